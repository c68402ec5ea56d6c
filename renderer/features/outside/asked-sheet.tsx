import { Link } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutsideQuestion } from '../../../electron/core/model/asked';
import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { useSend } from '../../store/use-shell';
import { useSettled } from '../prompts/use-settled';
import { toAskedKind } from './asked-words';
import './asked-sheet.css';

/** Asks whether what a link wants shall be done; whoever made the link, the person decides. */
export function AskedSheet({ question }: { readonly question: OutsideQuestion }): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const isSettled = useSettled();
  const { asked, service = '', channel } = question;
  const kind = toAskedKind(question);
  const place = channel === undefined ? service : t('outside.place', { channel, service });
  const answer = (isWanted: boolean): void => {
    if (isWanted && !isSettled) return;
    send('outside.answer', { questionId: question.id, isWanted });
    send('page.focus');
  };
  return (
    <Sheet
      icon={Link}
      title={t(`outside.ask.${kind}`, { name: asked.verb === 'add' ? asked.address : place })}
      onCancel={() => answer(false)}
    >
      <While asked={asked} />
      {asked.verb === 'compose' && (
        <>
          <p className="asked-text" dir="auto">
            {asked.text}
          </p>
          <p>{t('outside.composeHint')}</p>
        </>
      )}
      {asked.verb === 'add' && <p>{t('outside.addHint')}</p>}
      <p className="sheet-note">{t('outside.who')}</p>
      <div className="sheet-buttons">
        <Button onClick={() => answer(false)}>{t('common.cancel')}</Button>
        <Button look="primary" aria-disabled={!isSettled} onClick={() => answer(true)}>
          {t(`outside.do.${kind}`)}
        </Button>
      </div>
    </Sheet>
  );
}

function While({ asked }: Pick<OutsideQuestion, 'asked'>): ReactNode {
  const { t } = useTranslation();
  if (asked.verb !== 'mute' && asked.verb !== 'focus') return null;
  const { until } = asked;
  switch (until.kind) {
    case 'minutes':
      return <p>{t('outside.while.minutes', { minutes: until.minutes })}</p>;
    case 'always':
    case 'tomorrow':
    case 'monday':
      return <p>{t(`outside.while.${until.kind}`)}</p>;
    default:
      return null;
  }
}

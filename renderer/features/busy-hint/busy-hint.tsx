import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { selectActive } from '../../store/shell-store';
import { useProjection, useSend } from '../../store/use-shell';
import './busy-hint.css';

/** Offers, between header and page, to hear less of a channel in which much is going on. */
export function BusyHint(): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const hint = useProjection((projection) => projection.busyHint);
  const service = useProjection(selectActive);
  if (hint === undefined || service === undefined) return null;
  const answer = (wanted: 'only-me' | 'what-matters' | 'keep') => () => {
    send('busy-hint.answer', { answer: wanted });
    send('page.focus');
  };
  const { name, count } = hint;
  return (
    <aside className="busy-hint-place" aria-label={t('busy.label')}>
      <div className="busy-hint">
        <p role="status" title={t('busy.text', { name, count })}>
          {t('busy.text', { name, count })}
        </p>
        <div className="busy-hint-answers">
          <Button
            aria-label={t('busy.onlyMe')}
            title={t('busy.onlyMeHint', { name })}
            onClick={answer('only-me')}
          >
            <span className="busy-long">{t('busy.onlyMe')}</span>
            <span className="busy-short">{t('busy.onlyMeShort')}</span>
          </Button>
          <Button
            aria-label={t('busy.whatMatters', { service: service.name })}
            title={t('busy.whatMattersHint', { service: service.name })}
            onClick={answer('what-matters')}
          >
            <span className="busy-long">{t('busy.whatMatters', { service: service.name })}</span>
            <span className="busy-short">{t('preset.what-matters')}</span>
          </Button>
          <Button look="text" onClick={answer('keep')}>
            {t('busy.keep')}
          </Button>
        </div>
      </div>
    </aside>
  );
}

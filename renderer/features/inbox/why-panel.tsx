import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxEntry } from '../../../electron/core/model/inbox';
import { Button, IconButton } from '../../components/button';
import { useSend } from '../../store/use-shell';
import { WhyList } from '../why/why-list';
import { toDecision } from './entry-words';
import { useDesk } from './inbox-desk';

/** Tells why an entry was shown or not, as it was decided then, and leads to the rules. */
export function WhyPanel({ entry }: { readonly entry: InboxEntry }): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const { actions, view } = useDesk();
  const close = (): void => {
    actions.showWhy(undefined);
    document.querySelector<HTMLElement>(`[data-stop="entry-${entry.id}"]`)?.focus();
  };
  return (
    <div className="why-panel" role="group" aria-label={t('inbox.why')}>
      <WhyList decision={toDecision(entry)} trail={entry.trail} />
      <div className="why-panel-foot">
        <Button onClick={() => send('page.show', { page: 'rules' })}>{t('inbox.changeRules')}</Button>
        {entry.channelId === null && (
          <Button onClick={() => view.setState({ dialog: { kind: 'pattern', entry } })}>
            {t('inbox.recognise')}
          </Button>
        )}
      </div>
      <IconButton icon={X} label={t('inbox.closeWhy')} onClick={close} />
    </div>
  );
}

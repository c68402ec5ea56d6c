import { Inbox } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useProjection, useSend } from '../../store/use-shell';
import { toBadgeText } from './service-state';

interface InboxButtonProps {
  readonly tabIndex: 0 | -1;
}

/** The inbox, at the top of the bar, with what was not looked at yet. */
export function InboxButton({ tabIndex }: InboxButtonProps): ReactNode {
  const { t, i18n } = useTranslation();
  const send = useSend();
  const unread = useProjection((projection) => projection.inbox.unread);
  const isShown = useProjection((projection) => projection.page === 'inbox');
  const isWithName = useProjection((projection) => projection.settings.barSize === 'names');
  const words = unread > 0 ? t('sidebar.inboxUnread', { count: unread }) : t('sidebar.inbox');
  return (
    <button
      type="button"
      className="icon-button icon-button-bar inbox-button"
      aria-label={words}
      title={words}
      aria-current={isShown ? 'page' : undefined}
      tabIndex={tabIndex}
      onClick={() => send('page.show', { page: isShown ? 'service' : 'inbox' })}
    >
      <Inbox size={20} strokeWidth={1.5} aria-hidden />
      {isWithName && <span className="service-name">{t('sidebar.inbox')}</span>}
      {unread > 0 && (
        <span className="badge" data-look="quiet" aria-hidden>
          {toBadgeText(unread, i18n.language)}
        </span>
      )}
    </button>
  );
}

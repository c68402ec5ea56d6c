import { ArrowUp, CheckCheck } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { useDesk, useFeed, useView } from './inbox-desk';
import type { InboxCounts } from './use-inbox-desk';
import { showNewer } from './use-inbox-keys';

interface InboxHeadProps {
  readonly counts: InboxCounts;
  readonly list: RefObject<HTMLElement | null>;
}

/** Says how many were found and what was done last; leads to what is new, and marks all of it read. */
export function InboxHead({ counts: { all, unread }, list }: InboxHeadProps): ReactNode {
  const { t } = useTranslation();
  const desk = useDesk();
  const said = useView((state) => state.said);
  const newer = useFeed((state) => state.newer);
  const isOnlyUnread = useFeed(({ filter }) => filter.isUnread === true);
  const isFailed = useFeed((state) => state.kind === 'failed');
  const found =
    all === undefined || all === 0 || isFailed
      ? ''
      : unread === undefined || unread === 0 || isOnlyUnread
        ? t('inbox.count', { count: all })
        : t('inbox.countUnread', { found: t('inbox.count', { count: all }), count: unread });
  return (
    <div className="inbox-head">
      <p className="inbox-found" role="status">
        {said === '' ? all === 0 ? <span className="visually-hidden">{t('inbox.none')}</span> : found : said}
      </p>
      {(unread ?? 0) > 0 && !isFailed && (
        <Button
          look="text"
          aria-keyshortcuts="Shift+E"
          title={t('inbox.markAllHint')}
          onClick={() => void desk.actions.markAll()}
        >
          <CheckCheck size={16} strokeWidth={1.5} aria-hidden />
          {t('inbox.markAll')}
        </Button>
      )}
      {newer > 0 && (
        <div className="inbox-newer">
          <Button
            look="primary"
            aria-keyshortcuts="N"
            onClick={() => {
              if (list.current !== null) showNewer(desk, list.current);
            }}
          >
            <ArrowUp size={16} strokeWidth={1.5} aria-hidden />
            {t('inbox.newer', { count: newer })}
          </Button>
        </div>
      )}
    </div>
  );
}

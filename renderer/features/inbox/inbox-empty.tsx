import { Inbox, SearchX, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { useProjection } from '../../store/use-shell';
import { useDesk, useFeed } from './inbox-desk';
import { useInboxWords } from './use-inbox-words';

interface InboxEmptyProps {
  readonly isFiltered: boolean;
  readonly onClear: () => void;
}

/** What stands where no entries are: nothing has come yet, nothing was found, or the inbox cannot be read. */
export function InboxEmpty({ isFiltered, onClear }: InboxEmptyProps): ReactNode {
  const { t } = useTranslation();
  const { feed } = useDesk();
  const words = useInboxWords();
  const kind = useFeed((state) => state.kind);
  const reason = useFeed((state) => state.reason);
  const isOnlyUnread = useFeed(({ filter }) => filter.isUnread === true);
  const text = useFeed(({ filter }) => filter.text);
  const isTold = useProjection(({ inbox }) => inbox.health.kind === 'failing');
  if (kind === 'failed')
    return (
      <div className="inbox-empty" role="alert">
        <TriangleAlert size={32} strokeWidth={1.25} aria-hidden />
        <h2>{t('inbox.failed')}</h2>
        {!isTold && <p>{words.failed(reason ?? '')}</p>}
        <Button onClick={() => void feed.refresh(true)}>{t('common.tryNow')}</Button>
      </div>
    );
  if (!isFiltered)
    return (
      <div className="inbox-empty">
        <Inbox size={32} strokeWidth={1.25} aria-hidden />
        <h2>{t('inbox.nothingYet')}</h2>
        <p>{t('inbox.nothingYetText')}</p>
      </div>
    );
  const isAllRead = isOnlyUnread && text === undefined;
  return (
    <div className="inbox-empty">
      {isAllRead ? (
        <Inbox size={32} strokeWidth={1.25} aria-hidden />
      ) : (
        <SearchX size={32} strokeWidth={1.25} aria-hidden />
      )}
      <h2>{t(isAllRead ? 'inbox.allRead' : 'inbox.none')}</h2>
      <p>{t(isAllRead ? 'inbox.allReadText' : 'inbox.noneText')}</p>
      <Button onClick={onClear}>{t('inbox.showAll')}</Button>
    </div>
  );
}

import { memo, type ReactNode } from 'react';
import { ConversationHead } from './conversation-head';
import { EntryRow } from './entry-row';
import { toCommonMark } from './entry-words';
import { countHidden, isJoined, type Conversation } from './grouping';
import { useDesk, useFeed, useView } from './inbox-desk';
import { withMember } from './inbox-view';

interface ConversationCardProps {
  readonly conversation: Conversation;
  readonly place: number;
  readonly count: number;
}

/** One conversation in one stretch of time, as a transcript reads. */
export const ConversationCard = memo(function ConversationCard({
  conversation,
  place,
  count,
}: ConversationCardProps): ReactNode {
  const { view, t } = useDesk();
  const { key, entries, unread } = conversation;
  const isFolded = useView(({ folded }) => folded.has(key));
  const isWhole = useView(({ whole }) => whole.has(key));
  const isSearch = useFeed(({ filter }) => filter.text !== undefined);
  const hidden = isWhole || isSearch ? 0 : countHidden(entries);
  const common = toCommonMark(entries);
  const drawn = entries.slice(hidden);
  const headId = `head-${key}`;
  return (
    <article
      className="conversation"
      aria-labelledby={headId}
      aria-posinset={place}
      aria-setsize={count}
      data-folded={isFolded}
      data-read={unread === 0}
    >
      <ConversationHead
        conversation={conversation}
        id={headId}
        isFolded={isFolded}
        common={entries.length > 1 || isFolded ? common : undefined}
      />
      {!isFolded && (
        <>
          {hidden > 0 && (
            <button
              type="button"
              className="conversation-more"
              onClick={() => view.setState(({ whole }) => ({ whole: withMember(whole, key, true) }))}
            >
              {t('inbox.earlier', { count: hidden })}
            </button>
          )}
          <ul className="entries">
            {drawn.map((entry, at) => (
              <EntryRow
                key={entry.id}
                entry={entry}
                conversationKey={key}
                isJoined={isJoined(drawn[at - 1], entry)}
                showsMark={common === undefined || entries.length === 1}
              />
            ))}
          </ul>
        </>
      )}
    </article>
  );
});

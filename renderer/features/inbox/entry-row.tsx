import { memo, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import type { InboxEntry } from '../../../electron/core/model/inbox';
import { EntryActions } from './entry-actions';
import { EntryMark } from './entry-mark';
import { toEntryText, toMark } from './entry-words';
import { headOf } from './grouping';
import { useDesk, useFeed, useView } from './inbox-desk';
import { Marked } from './marked';
import { ServiceMark } from './service-mark';
import { WhyPanel } from './why-panel';

interface EntryRowProps {
  readonly entry: InboxEntry;
  readonly conversationKey: string;
  /** It reads on from the one above it. */
  readonly isJoined: boolean;
  readonly showsMark: boolean;
  /** It stands alone: it says itself where it is from. */
  readonly isAlone?: boolean;
}

/** One entry: who, when, what, and why it was not shown if it was not. */
export const EntryRow = memo(function EntryRow(props: EntryRowProps): ReactNode {
  const { entry, conversationKey, isJoined, showsMark, isAlone = false } = props;
  const { actions, view, t, times } = useDesk();
  const key = `entry-${entry.id}`;
  const isCurrent = useView(({ current }) => current === key);
  const isWhyOpen = useView(({ whyId }) => whyId === entry.id);
  const query = useFeed(({ filter }) => filter.text);
  const [isPointedAt, setIsPointedAt] = useState(false);
  const hasActions = isPointedAt || isCurrent || isWhyOpen;
  const mark = showsMark ? toMark(entry) : undefined;
  const text = toEntryText(entry);
  const head = headOf(entry);
  const place = entry.channelName ?? entry.serviceName;
  const open = (): void => {
    // Somebody who marked a part of the text wants that, not to go away.
    if (document.getSelection()?.isCollapsed !== false) actions.open(entry);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    actions.open(entry);
  };
  const openMenu = (event: MouseEvent): void => {
    event.preventDefault();
    const anchor = { x: event.clientX, y: event.clientY, width: 0, height: 0 };
    view.setState({ current: key, menu: { kind: 'entry', entry, anchor } });
  };
  return (
    <li
      className="entry"
      data-joined={isJoined}
      data-alone={isAlone}
      onPointerEnter={() => setIsPointedAt(true)}
      onPointerLeave={() => setIsPointedAt(false)}
    >
      <div
        className="entry-open"
        role="button"
        data-stop={key}
        data-conversation={conversationKey}
        data-entry={entry.id}
        data-unread={!entry.isRead}
        tabIndex={isCurrent ? 0 : -1}
        aria-keyshortcuts="Enter"
        onClick={open}
        onContextMenu={openMenu}
        onKeyDown={onKeyDown}
      >
        {isAlone && <ServiceMark serviceId={entry.serviceId} name={entry.serviceName} />}
        <div className="entry-words">
          <p className="entry-head">
            {!entry.isRead && <span className="visually-hidden">{t('inbox.unreadWord')}</span>}
            <span className="entry-sender" dir="auto">
              <Marked text={head} query={query} />
            </span>
            {isAlone && place !== head && (
              <span className="entry-place" dir="auto">
                <Marked text={place} query={query} />
              </span>
            )}
            <time className="entry-time" dateTime={new Date(entry.atMs).toISOString()}>
              {times.toTime(entry.atMs)}
            </time>
            {mark !== undefined && <EntryMark reason={mark} />}
          </p>
          {text.kind === 'text' ? (
            text.text !== '' && (
              <p className="entry-text" dir="auto">
                <Marked text={text.text} query={query} />
              </p>
            )
          ) : (
            <p className="entry-text entry-absent">
              {t(text.kind === 'hidden' ? 'inbox.textHidden' : 'inbox.textNotKept')}
            </p>
          )}
        </div>
      </div>
      {hasActions && <EntryActions entry={entry} isCurrent={isCurrent} isWhyOpen={isWhyOpen} />}
      {isWhyOpen && <WhyPanel entry={entry} />}
    </li>
  );
});

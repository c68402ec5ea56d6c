import { BellOff, Check, ChevronDown, Ellipsis, Mail } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DecisionReason } from '../../../electron/core/model/decision';
import { IconButton } from '../../components/button';
import { EntryMark } from './entry-mark';
import type { Conversation } from './grouping';
import { useDesk, useView } from './inbox-desk';
import { anchorOf, withMember } from './inbox-view';
import { ServiceMark } from './service-mark';

interface ConversationHeadProps {
  readonly conversation: Conversation;
  readonly id: string;
  readonly isFolded: boolean;
  /** Why none of its entries was shown, where they have that in common. */
  readonly common: DecisionReason | undefined;
}

/** Whose conversation it is, how much of it is unread, and what can be done with it. */
export function ConversationHead({ conversation, id, isFolded, common }: ConversationHeadProps): ReactNode {
  const { view, actions, t, times } = useDesk();
  const { key, serviceName, channelName, entries, unread } = conversation;
  const isCurrent = useView(({ current }) => current === key);
  const newest = entries.at(-1);
  const isRead = unread === 0;
  const name = nameOf(conversation);
  const tabIndex = isCurrent ? 0 : -1;
  return (
    <header className="conversation-head">
      <ServiceMark serviceId={conversation.serviceId} name={serviceName} />
      <h3 className="conversation-title" id={id}>
        <button
          type="button"
          className="conversation-name"
          data-stop={key}
          data-conversation={key}
          data-unread={!isRead}
          tabIndex={tabIndex}
          title={t('inbox.open', { name })}
          onClick={() => {
            if (newest !== undefined) actions.open(newest);
          }}
        >
          <span dir="auto">{name}</span>
          {channelName !== null && (
            <span className="conversation-service" dir="auto">
              {serviceName}
            </span>
          )}
          {!isRead && (
            <span className="unread-badge">
              {t('inbox.unreadCount', { count: unread })}
              <span className="visually-hidden">{t('inbox.unreadWord')}</span>
            </span>
          )}
        </button>
      </h3>
      {common !== undefined && <EntryMark reason={common} />}
      {newest !== undefined && isFolded && (
        <time className="conversation-time" dateTime={new Date(newest.atMs).toISOString()}>
          {times.toMoment(newest.atMs)}
        </time>
      )}
      <div className="conversation-actions">
        {isRead ? (
          <IconButton
            icon={Mail}
            label={t('inbox.markUnread')}
            aria-keyshortcuts="U"
            tabIndex={tabIndex}
            onClick={() => void actions.markConversation(conversation, false)}
          />
        ) : (
          <IconButton
            icon={Check}
            label={t('inbox.markRead')}
            aria-keyshortcuts="E"
            tabIndex={tabIndex}
            onClick={() => void actions.markConversation(conversation, true)}
          />
        )}
        <IconButton
          icon={BellOff}
          label={t('inbox.mute.label')}
          aria-keyshortcuts="M"
          aria-haspopup="menu"
          tabIndex={tabIndex}
          onClick={(event) =>
            view.setState({ menu: { kind: 'mute', conversation, anchor: anchorOf(event.currentTarget) } })
          }
        />
        <IconButton
          icon={Ellipsis}
          label={t('inbox.conversationMore')}
          aria-haspopup="menu"
          tabIndex={tabIndex}
          onClick={(event) =>
            view.setState({
              menu: { kind: 'conversation', conversation, anchor: anchorOf(event.currentTarget) },
            })
          }
        />
        <button
          type="button"
          className="icon-button conversation-fold"
          aria-label={t(isFolded ? 'inbox.unfold' : 'inbox.fold')}
          title={t(isFolded ? 'inbox.unfold' : 'inbox.fold')}
          aria-expanded={!isFolded}
          tabIndex={tabIndex}
          onClick={() => view.setState(({ folded }) => ({ folded: withMember(folded, key, !isFolded) }))}
        >
          <ChevronDown size={16} strokeWidth={1.5} aria-hidden />
        </button>
      </div>
    </header>
  );
}

/** Gives what a conversation is called: a direct one after who wrote, one that nobody names after its service. */
function nameOf({ channelName, channelId, channelKind, entries, serviceName }: Conversation): string {
  if (channelName !== null) return channelName;
  const sender = channelId === null || channelKind === 'unknown' ? undefined : entries.at(-1)?.sender;
  return sender ?? serviceName;
}

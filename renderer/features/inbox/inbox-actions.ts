import type { InboxAnswer } from '../../../electron/core/ipc/answers';
import type { CommandInput, ShellBridge } from '../../../electron/core/ipc/contract';
import type { InboxEntry, InboxFilter } from '../../../electron/core/model/inbox';
import { toInput, upTo } from './filters';
import type { Conversation } from './grouping';
import type { InboxFeed } from './inbox-feed';
import { withMember, type InboxView } from './inbox-view';
import type { InboxWords } from './use-inbox-words';

/** Most ids that main takes at once. */
const IDS_MAX = 1000;

/** What can be done with what is in the inbox. */
export interface InboxActions {
  readonly open: (entry: InboxEntry) => void;
  /** Marks a conversation; one that is read is folded. */
  readonly markConversation: (conversation: Conversation, isRead: boolean) => Promise<void>;
  readonly markEntry: (entry: InboxEntry, isRead: boolean) => Promise<void>;
  /** Marks all that the filter shows, but nothing that came after what is drawn. */
  readonly markAll: () => Promise<void>;
  readonly removeIds: (ids: readonly number[]) => Promise<void>;
  readonly removeAll: (filter: InboxFilter) => Promise<void>;
  readonly exportShown: () => Promise<void>;
  readonly showWhy: (entryId: number | undefined) => void;
}

interface ActionPorts {
  readonly command: ShellBridge['command'];
  readonly feed: InboxFeed;
  readonly view: InboxView;
  /** Says things in the language that holds then. */
  readonly words: () => InboxWords;
}

/** Gives what can be done; what comes of it is said in the view. */
export function createInboxActions({ command, feed, view, words }: ActionPorts): InboxActions {
  const say = (said: string): void => view.setState({ said });

  /** Asks main, says what came of it, and draws things as they were if it came to nothing. */
  const ask = async (
    asking: () => Promise<InboxAnswer<number>>,
    done: (count: number) => string,
  ): Promise<void> => {
    const answer = await asking().catch(() => ({ kind: 'failed', reason: 'closed' }) as const);
    if (answer.kind === 'ok') return say(done(answer.value));
    say(words().failed(answer.reason));
    await feed.refresh(false);
  };
  const bySlices = async (
    ids: readonly number[],
    one: (slice: number[]) => Promise<InboxAnswer<number>>,
  ): Promise<InboxAnswer<number>> => {
    let sum = 0;
    for (let at = 0; at < ids.length; at += IDS_MAX) {
      const answer = await one(ids.slice(at, at + IDS_MAX));
      if (answer.kind === 'failed') return answer;
      sum += answer.value;
    }
    return { kind: 'ok', value: sum };
  };
  const markIds = async (ids: readonly number[], isRead: boolean): Promise<void> => {
    feed.setRead(new Set(ids), isRead);
    await ask(
      () => bySlices(ids, (slice) => command('inbox.mark', { filter: {}, ids: slice, isRead })),
      // Main counts what it changed; what the person did is what they saw.
      () => (isRead ? words().markedRead(ids.length) : words().markedUnread(ids.length)),
    );
  };
  const drawnIds = (): readonly InboxEntry[] =>
    feed.store.getState().chunks.flatMap(({ entries }) => entries ?? []);

  return {
    open: ({ id }) => void command('inbox.open', { id }).catch(() => undefined),
    markConversation: async ({ key, entries }, isRead) => {
      view.setState(({ folded }) => ({ folded: withMember(folded, key, isRead) }));
      const ids = entries.filter((entry) => entry.isRead !== isRead).map(({ id }) => id);
      if (ids.length > 0) await markIds(ids, isRead);
    },
    markEntry: ({ id }, isRead) => markIds([id], isRead),
    markAll: async () => {
      const { filter } = feed.store.getState();
      const drawn = drawnIds();
      const shown = toInput(upTo(filter, drawn[0]?.atMs));
      feed.setRead(new Set(drawn.map(({ id }) => id)), true);
      await ask(() => command('inbox.mark', { filter: shown, isRead: true }), words().markedRead);
    },
    removeIds: (ids) =>
      ask(
        () => bySlices(ids, (slice) => command('inbox.remove', { filter: {}, ids: slice })),
        words().removed,
      ),
    removeAll: (filter) => ask(() => command('inbox.remove', { filter: toInput(filter) }), words().removed),
    exportShown: async () => {
      const input: CommandInput<'inbox.export'> = { filter: toInput(feed.store.getState().filter) };
      const answer = await command('inbox.export', input).catch(
        () => ({ kind: 'failed', reason: 'other' }) as const,
      );
      if (answer.kind !== 'cancelled') say(words().exported(answer));
    },
    showWhy: (whyId) => view.setState({ whyId }),
  };
}

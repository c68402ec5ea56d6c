import type { InboxEntry, InboxFilter, InboxSession } from '../../electron/core/model/inbox';
import type { InboxAsk, InboxChoice } from '../../electron/core/ipc/inputs';
import type { ShellHarness } from './shell-harness';

/** What is in an inbox: entries, the newest first. */
export interface Kept {
  readonly sessions: readonly InboxSession[];
  readonly entries: readonly InboxEntry[];
}

/** Puts an inbox behind the made-up main: it pages, searches, counts, marks and deletes as the real one is asked to. */
export async function putInbox({ page }: ShellHarness, kept: Kept): Promise<void> {
  await page.evaluate(({ sessions, entries }) => {
    const inbox = { entries: [...entries] };
    const fits =
      (filter: InboxFilter) =>
      (entry: InboxEntry): boolean =>
        (filter.text ?? '')
          .toLowerCase()
          .split(/\s+/)
          .every((word) =>
            `${entry.title} ${entry.body} ${entry.sender ?? ''} ${entry.channelName ?? ''}`
              .toLowerCase()
              .includes(word),
          ) &&
        (filter.serviceId === undefined || filter.serviceId === entry.serviceId) &&
        (filter.channelId === undefined || filter.channelId === entry.channelId) &&
        (filter.sender === undefined || filter.sender === entry.sender) &&
        (filter.decisions === undefined || filter.decisions.includes(entry.decision)) &&
        (filter.isForMe !== true || entry.mention === 'personal' || entry.channelKind === 'direct') &&
        (filter.isUnread !== true || !entry.isRead) &&
        entry.atMs >= (filter.fromMs ?? 0) &&
        entry.atMs < (filter.toMs ?? Infinity);
    const found = (filter: InboxFilter): InboxEntry[] => inbox.entries.filter(fits(filter));
    const chosen = ({ filter, ids }: InboxChoice): Set<number> =>
      new Set(ids ?? found(filter).map(({ id }) => id));
    const ok = (value: unknown) => ({ kind: 'ok', value });
    const on = <T>(name: Parameters<typeof window.harness.answer>[0], by: (input: T) => unknown): void =>
      window.harness.answer(name, { by: by as (input: unknown) => unknown });
    on<InboxAsk>('inbox.page', ({ filter, beforeId, limit }) => {
      const all = found(filter).filter(({ id }) => beforeId === null || id < beforeId);
      const part = all.slice(0, limit);
      const nextId = all.length > limit ? (part.at(-1)?.id ?? null) : null;
      return ok({ entries: part, sessions, nextId });
    });
    on<{ readonly filter: InboxFilter }>('inbox.count', ({ filter }) => ok(found(filter).length));
    on<{ readonly filter: InboxFilter }>('inbox.channels', ({ filter }) => {
      const counts = new Map<string, object>();
      for (const entry of found(filter))
        counts.set(`${entry.serviceId} ${entry.channelId}`, { ...entry, count: 1, unread: 1, lastMs: 0 });
      return ok([...counts.values()]);
    });
    on<InboxChoice & { readonly isRead: boolean }>('inbox.mark', ({ isRead, ...choice }) => {
      const ids = chosen(choice);
      inbox.entries = inbox.entries.map((entry) => (ids.has(entry.id) ? { ...entry, isRead } : entry));
      return ok(ids.size);
    });
    on<InboxChoice>('inbox.remove', (choice) => {
      const ids = chosen(choice);
      inbox.entries = inbox.entries.filter(({ id }) => !ids.has(id));
      return ok(ids.size);
    });
    on('rules.table', () => ({ rows: [], total: 0 }));
  }, kept);
}

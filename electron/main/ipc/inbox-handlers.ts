import { matchesPattern, suggestPatterns } from '../../core/decide/attribute';
import type { FileAnswer, InboxAnswer, PatternOffer } from '../../core/ipc/answers';
import type { InboxFilter } from '../../core/model/inbox';
import type { Inbox } from '../inbox/inbox';
import { openEntry } from '../inbox/open-entry';
import type { AppStore } from '../store/app-store';
import type { UserFiles } from './policy-handlers';
import type { Handlers } from './serve-commands';

export interface InboxHandlerDeps {
  readonly store: AppStore;
  readonly inbox: Inbox;
  readonly files: UserFiles;
}

/** How many of a service's last notifications a pattern is tried on. */
const TRIED_MAX = 200;
const EXAMPLES_MAX = 5;

type InboxCommand =
  | 'inbox.show'
  | 'inbox.page'
  | 'inbox.entry'
  | 'inbox.channels'
  | 'inbox.count'
  | 'inbox.mark'
  | 'inbox.remove'
  | 'inbox.export'
  | 'inbox.open'
  | 'pattern.suggest';

/** Gives the handlers of commands about the inbox. That it fails is an answer, not an error. */
export function createInboxHandlers({ store, inbox, files }: InboxHandlerDeps): Pick<Handlers, InboxCommand> {
  const changed = async (work: Promise<number>): Promise<InboxAnswer<number>> => {
    const answer = await told(work);
    if (answer.kind === 'ok' && answer.value > 0) store.dispatch({ kind: 'inbox-changed' });
    return answer;
  };
  const entryOf = async (id: number) => {
    const answer = await told(inbox.entry(id));
    return answer.kind === 'ok' ? answer.value : undefined;
  };
  return {
    'inbox.show': ({ filter }) => store.dispatch({ kind: 'inbox-opened', filter }),
    'inbox.page': ({ filter, beforeId, limit }) => told(inbox.page(filter, beforeId, limit)),
    'inbox.entry': async ({ id }) => {
      const answer = await told(inbox.entry(id));
      if (answer.kind === 'failed') return answer;
      return answer.value === undefined
        ? { kind: 'failed', reason: 'gone' }
        : { kind: 'ok', value: answer.value };
    },
    'inbox.channels': ({ filter }) => told(inbox.channels(filter)),
    'inbox.count': ({ filter }) => told(inbox.count(filter)),
    'inbox.mark': ({ filter, ids, isRead }) =>
      changed(inbox.markRead(ids === undefined ? filter : { ...filter, ids }, isRead)),
    'inbox.remove': ({ filter, ids }) =>
      changed(inbox.remove(ids === undefined ? filter : { ...filter, ids })),
    'inbox.export': ({ filter }) => exportEntries(inbox, files, filter),
    'inbox.open': ({ id }) => openEntry(store, inbox, id),
    'pattern.suggest': async ({ id }): Promise<readonly PatternOffer[]> => {
      const entry = await entryOf(id);
      if (entry === undefined) return [];
      const last = await told(inbox.page({ serviceId: entry.serviceId }, null, TRIED_MAX));
      const entries = last.kind === 'ok' ? last.value.entries : [entry];
      return suggestPatterns(entry).map((suggestion) => {
        const fitting = entries.filter((one) => matchesPattern(suggestion, one));
        const titles = new Set(fitting.map(({ title }) => title).filter(Boolean));
        return { suggestion, count: fitting.length, examples: [...titles].slice(0, EXAMPLES_MAX) };
      });
    },
  };
}

async function exportEntries(inbox: Inbox, files: UserFiles, filter: InboxFilter): Promise<FileAnswer> {
  const file = await files.chooseToSave('foyer-inbox.json');
  if (file === null) return { kind: 'cancelled' };
  const answer = await told(inbox.exportTo(file, filter));
  if (answer.kind === 'ok') return { kind: 'saved', file, count: answer.value };
  const { reason } = answer;
  return {
    kind: 'failed',
    reason: reason === 'disk-full' ? 'disk-full' : reason === 'read-only' ? 'not-writable' : 'other',
  };
}

/** Gives what was asked for, or the inbox's reason why not. */
async function told<T>(work: Promise<T>): Promise<InboxAnswer<T>> {
  try {
    return { kind: 'ok', value: await work };
  } catch (error) {
    return { kind: 'failed', reason: reasonOf(error) };
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'reason' in error && typeof error.reason === 'string' ? error.reason : 'other';

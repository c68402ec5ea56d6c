import type { ListenPort } from '../listening';
import type { Asks, Known } from './listener-known';

/** Above so many channels it is less to ask for all. */
const SINGLE_MAX = 3;
/** What changed while it was asked is asked again, so long after. */
const AGAIN_MS = 500;

/** What has to be asked anew. */
export interface Due {
  readonly channel: (id: string) => void;
  readonly preferences: () => void;
  readonly threads: () => void;
  readonly all: () => void;
  /** Something happened in a channel: an answer under way may or may not have it. */
  readonly stir: (id: string) => void;
  /** Asks for all there is; resolves once it is known. @throws {@link Unanswered} */
  readonly begin: () => Promise<void>;
  /** Resolves once the channel is known, or there is none. */
  readonly whenKnown: (id: string) => Promise<void>;
}

interface Done {
  /** These channels were answered for. */
  readonly onChannels: (ids: readonly string[]) => void;
  /** Anything may be new. */
  readonly onAll: () => void;
  readonly onFailed: (error: unknown) => void;
}

/** Asks one round after another; what becomes due meanwhile is for the next. */
export function createDue(known: Known, asks: Asks, done: Done, port: Pick<ListenPort, 'after'>): Due {
  const ids = new Set<string>();
  const flags = { preferences: false, threads: false, all: false };
  /** Where something happened while a question is under way. */
  const stirred = new Set<string>();
  const waiting = new Map<string, (() => void)[]>();
  const now = { isBusy: false, isReady: false };

  const round = async (): Promise<void> => {
    const { preferences, threads, all } = flags;
    const asked = [...ids];
    Object.assign(flags, { preferences: false, threads: false, all: false });
    ids.clear();
    stirred.clear();
    if (all) await asks.all();
    else if (preferences) await asks.preferences();
    const isMany = asked.length > SINGLE_MAX;
    if (!all && isMany) await asks.channels();
    else if (!all) await Promise.all(asked.map(asks.channel));
    if (!all && (threads || preferences)) await asks.threads();
    const again = [...stirred].filter((id) => all || isMany || asked.includes(id));
    if (again.length > 0) port.after(AGAIN_MS, () => again.forEach(due.channel));
    if (all || isMany || threads || preferences) done.onAll();
    else done.onChannels(asked);
    for (const id of asked) {
      waiting.get(id)?.forEach((resolve) => resolve());
      waiting.delete(id);
    }
  };
  const isDue = (): boolean => ids.size > 0 || flags.all || flags.preferences || flags.threads;
  const go = async (): Promise<void> => {
    if (now.isBusy || !now.isReady) return;
    now.isBusy = true;
    while (isDue()) await round();
    now.isBusy = false;
  };
  const want = (): void => void go().catch(done.onFailed);
  const flag = (name: keyof typeof flags) => (): void => {
    flags[name] = true;
    want();
  };
  const due: Due = {
    channel: (id) => {
      if (id === '') return;
      ids.add(id);
      want();
    },
    preferences: flag('preferences'),
    threads: flag('threads'),
    all: flag('all'),
    stir: (id) => {
      if (now.isBusy || !now.isReady) stirred.add(id);
    },
    begin: async () => {
      await asks.all();
      now.isReady = true;
      [...stirred].forEach((id) => ids.add(id));
      want();
    },
    whenKnown: (id) =>
      known.channels.has(id)
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting.set(id, [...(waiting.get(id) ?? []), resolve]);
            due.channel(id);
          }),
  };
  return due;
}

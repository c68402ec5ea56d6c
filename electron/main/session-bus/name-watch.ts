import type { Stop } from '../store/app-store';
import type { BusAnswer, BusCall, BusTarget, BusWatcher } from './bus';

const BUS = {
  name: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
} as const;

/** What is needed of a signal to know whom it concerns. */
export interface HeardSignal {
  readonly sender: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
}

/** Follows who owns some names on the bus, and passes on the signals of those owners. */
export interface NameWatch {
  readonly watch: (target: BusTarget, watcher: BusWatcher) => Stop;
  readonly hear: (signal: HeardSignal, body: readonly unknown[]) => void;
  /** The bus is gone: nobody owns anything. */
  readonly lose: () => void;
  /** It is back: all is asked anew. */
  readonly renew: () => void;
  readonly clear: () => void;
}

interface Watched {
  readonly target: BusTarget;
  readonly watcher: BusWatcher;
  owner: string | undefined;
  isKnown: boolean;
}

export function createNameWatch(call: (call: BusCall) => Promise<BusAnswer>): NameWatch {
  const all = new Set<Watched>();

  const setOwner = (watched: Watched, owner: string | undefined): void => {
    if (!all.has(watched) || (watched.isKnown && watched.owner === owner)) return;
    watched.owner = owner;
    watched.isKnown = true;
    watched.watcher.onOwner(owner);
  };

  const ask = async (watched: Watched): Promise<void> => {
    for (const rule of toRules(watched))
      void call({ ...BUS, member: 'AddMatch', signature: 's', body: [rule] });
    const { name } = watched.target;
    const answer = await call({ ...BUS, member: 'GetNameOwner', signature: 's', body: [name] });
    // A change heard while waiting is at least as new as this answer.
    if (!watched.isKnown) setOwner(watched, answer.kind === 'reply' ? toOwner(answer.body[0]) : undefined);
  };

  return {
    watch: (target, watcher) => {
      const watched: Watched = { target, watcher, owner: undefined, isKnown: false };
      all.add(watched);
      void ask(watched);
      return () => {
        if (!all.delete(watched)) return;
        // The bus counts equal rules: this takes one of them.
        for (const rule of toRules(watched))
          void call({ ...BUS, member: 'RemoveMatch', signature: 's', body: [rule] });
      };
    },
    hear: (signal, body) => {
      if (signal.sender === BUS.name && signal.member === 'NameOwnerChanged') {
        const [name, , owner] = body;
        for (const watched of all) if (watched.target.name === name) setOwner(watched, toOwner(owner));
        return;
      }
      for (const { target, watcher, owner } of all) {
        const isFromIt = owner !== undefined && signal.sender === owner;
        if (isFromIt && signal.path === target.path && signal.interface === target.interface)
          watcher.onSignal?.(signal.member, body);
      }
    },
    lose: () => {
      for (const watched of all) setOwner(watched, undefined);
    },
    renew: () => {
      for (const watched of all) {
        watched.isKnown = false;
        void ask(watched);
      }
    },
    clear: () => all.clear(),
  };
}

function toRules({ target, watcher }: Watched): readonly string[] {
  const ofName = `type='signal',sender='${BUS.name}',interface='${BUS.interface}',member='NameOwnerChanged',arg0='${target.name}'`;
  const ofObject = `type='signal',sender='${target.name}',path='${target.path}',interface='${target.interface}'`;
  return watcher.onSignal === undefined ? [ofName] : [ofName, ofObject];
}

const toOwner = (owner: unknown): string | undefined =>
  typeof owner === 'string' && owner !== '' ? owner : undefined;

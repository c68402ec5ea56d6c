import { createTestClock } from '../test-clock.test-support';
import { createListeners, type ListenersPort } from './listeners';
import type { FromListeners, ListenRequestOfMain, ToListeners } from './protocol';

/** A process that the test plays. */
interface Played {
  readonly posted: ToListeners[];
  readonly say: (message: FromListeners) => void;
  readonly exit: () => void;
  readonly isKilled: () => boolean;
}

/** Main's side with a clock moved by hand, and what it tells. */
export function openListeners(more: Partial<ListenersPort> = {}) {
  const clock = createTestClock(1_000_000);
  const processes: Played[] = [];
  const heard: unknown[] = [];
  const states: string[] = [];
  const bugs: string[] = [];
  const listeners = createListeners({
    ...clock,
    start: () => {
      const posted: ToListeners[] = [];
      const seen = {
        isKilled: false,
        hear: (_message: FromListeners): void => undefined,
        exit: (): void => undefined,
      };
      processes.push({
        posted,
        say: (message) => seen.hear(message),
        exit: () => seen.exit(),
        isKilled: () => seen.isKilled,
      });
      return {
        post: (message) => posted.push(message),
        onMessage: (listener) => void (seen.hear = listener),
        onExit: (listener) => void (seen.exit = listener),
        kill: () => void (seen.isKilled = true),
      };
    },
    onHeard: (...all) => heard.push(all),
    onState: (...all) => states.push(all.join(' ').trim()),
    routeOf: () => Promise.resolve({ hops: [] }),
    isTrusted: (_serviceId, host) => Promise.resolve(host === 'chat.test'),
    onBug: (text) => bugs.push(text),
    ...more,
  });
  const last = (): Played => {
    const played = processes.at(-1);
    if (played === undefined) throw new Error('there is no process');
    return played;
  };
  const kinds = (): string[] =>
    last()
      .posted.map(({ kind }) => kind)
      .filter((kind) => kind !== 'are-you-there');
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  return { clock, processes, heard, states, bugs, listeners, last, kinds, settle };
}

export const request = (serviceId: string, resume?: unknown): ListenRequestOfMain => ({
  serviceId,
  recipeId: 'known',
  url: 'https://chat.test/',
  credentials: { cookies: { session: 'tok-3n' }, values: {} },
  resume,
});
export const heardBy = (serviceId: string, turn: number, resume?: object): FromListeners => ({
  kind: 'heard',
  serviceId,
  turn,
  told: [{ kind: 'live' }],
  resume,
});

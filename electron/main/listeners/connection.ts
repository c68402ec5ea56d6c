import { clip } from '../../core/ipc/message-fields';
import { messageLimits } from '../../core/ipc/service-limits';
import type {
  Credentials,
  Listen,
  ListenEnd,
  ListenPort,
  ListenProblem,
  ListenStart,
  ListenerTold,
} from '../../recipes/listening';
import type { Stop } from '../store/app-store';
import type { TimerPort } from '../timers';

/** The wires of one connection: all that it asks and opens. */
export interface Wire extends Pick<ListenPort, 'request' | 'connect'> {
  /** Asks the server for a sign of life; false where nothing is open that could be asked. */
  readonly probe: () => boolean;
  /** When the server was last heard. */
  readonly heardAtMs: () => number;
  /** Why the server was not reached last; undefined once it was. */
  readonly problem: () => ListenProblem | undefined;
  /** Ends all that is open; nothing is told after. */
  readonly close: () => void;
}

/** What a connection works with. */
export interface ConnectionPort extends TimerPort {
  readonly random: () => number;
  readonly wire: Wire;
  /** Runs it so that what is thrown there later, outside of any call, comes to `onThrown`. */
  readonly within: (onThrown: (error: unknown) => void, work: () => void) => void;
}

/** What a connection tells. */
export interface ConnectionEvents {
  readonly onTold: (told: ListenerTold) => void;
  readonly onRemember: (resume: object) => void;
  /** It is over by itself; told once, and not after `close`. */
  readonly onEnd: (why: ListenEnd, reason: string) => void;
}

/**
 * Opens a connection: lets a listener work with a port that it cannot do harm with. Whatever it throws ends it as `lost`;
 * over, nothing of its port answers any more. Gives what ends it.
 */
export function openConnection(
  listen: Listen,
  start: ListenStart,
  port: ConnectionPort,
  events: ConnectionEvents,
): Stop {
  const now: { isOver: boolean; stop: Stop | undefined } = { isOver: false, stop: undefined };
  const timers = new Set<Stop>();

  const close = (): void => {
    if (now.isOver) return;
    now.isOver = true;
    for (const stop of timers) stop();
    timers.clear();
    port.wire.close();
    stopListener();
  };
  const stopListener = (): void => {
    try {
      now.stop?.();
    } catch {
      // It is over in any case.
    }
  };
  const end = (why: ListenEnd, reason: string): void => {
    if (now.isOver) return;
    close();
    events.onEnd(why, withoutSecrets(clip(reason, messageLimits.reason), start.credentials));
  };
  const fail = (error: unknown): void => end('lost', error instanceof Error ? error.message : 'failed');
  /** Runs what the listener gave, unless it is over. */
  const run = (work: () => void): void => {
    if (now.isOver) return;
    try {
      work();
    } catch (error) {
      fail(error);
    }
  };

  const listenPort: ListenPort = {
    nowMs: port.nowMs,
    random: port.random,
    after: (delayMs, act) => {
      if (now.isOver) return () => undefined;
      const stopTimer = port.after(delayMs, () => {
        timers.delete(stop);
        run(act);
      });
      const stop = (): void => {
        timers.delete(stop);
        stopTimer();
      };
      timers.add(stop);
      return stop;
    },
    request: (request) =>
      new Promise((resolve, reject) => {
        if (now.isOver) return;
        port.wire.request(request).then(
          (answer) => (now.isOver ? undefined : resolve(answer)),
          (error: unknown) =>
            now.isOver ? undefined : reject(error instanceof Error ? error : new Error('failed')),
        );
      }),
    connect: (request, hear) => {
      if (now.isOver) return { send: () => undefined, close: () => undefined };
      return port.wire.connect(request, {
        onOpen: () => run(hear.onOpen),
        onText: (text) => run(() => hear.onText(text)),
        onClose: (why) => run(() => hear.onClose(why)),
      });
    },
    tell: (told) => {
      if (!now.isOver) events.onTold(told);
    },
    remember: (resume) => {
      if (!now.isOver) events.onRemember(resume);
    },
    end,
  };

  port.within(fail, () =>
    run(() => {
      now.stop = listen(start, listenPort);
      if (now.isOver) stopListener();
    }),
  );
  return close;
}

/** Shortest text that counts as a secret: shorter ones are everywhere. */
const SECRET_MIN = 4;

/** Takes out what the service signs in with, should a listener or a server have put it into a text. */
export function withoutSecrets(text: string, { cookies, values }: Credentials): string {
  return [...Object.values(cookies), ...Object.values(values)]
    .filter((secret) => secret.length >= SECRET_MIN)
    .toSorted((one, other) => other.length - one.length)
    .reduce((left, secret) => left.replaceAll(secret, '…'), text);
}

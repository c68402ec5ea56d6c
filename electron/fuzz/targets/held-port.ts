import { aPort } from '../../recipes/listen-port.test-support';
import type {
  ListenAnswer,
  ListenEnd,
  ListenerTold,
  ListenPort,
  ListenRequest,
} from '../../recipes/listening';

/** A port whose time is held: what waits is done when it is let. */
export interface HeldPort {
  readonly port: ListenPort;
  readonly told: readonly ListenerTold[];
  readonly ends: readonly (readonly [ListenEnd, string])[];
  readonly sockets: ReturnType<typeof aPort>['sockets'];
  /** Lets all that is answered at once be heard, and time pass for what waits. */
  readonly settle: () => Promise<void>;
}

/** Creates one whose server answers so; a request that is answered by nothing waits for ever. */
export function createHeldPort(answer: (request: ListenRequest) => ListenAnswer | undefined): HeldPort {
  const { port, told, sockets } = aPort(answer);
  const ends: (readonly [ListenEnd, string])[] = [];
  const now = { ms: 1_795_655_000_000, waits: new Set<() => void>() };
  return {
    told,
    ends,
    sockets,
    port: {
      ...port,
      nowMs: () => now.ms,
      after: (_, act) => {
        now.waits.add(act);
        return () => void now.waits.delete(act);
      },
      end: (why, reason) => void ends.push([why, reason]),
    },
    settle: async () => {
      await new Promise((resolve) => void setImmediate(resolve));
      now.ms += 1000;
      const waits = [...now.waits];
      now.waits.clear();
      for (const act of waits) act();
    },
  };
}

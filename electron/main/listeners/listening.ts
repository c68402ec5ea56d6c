import { decideRelistenDelayMs } from '../../core/decide/decide-relisten';
import type { ServiceId } from '../../core/model/service';
import type { Listen, ListenEnd } from '../../recipes/listening';
import type { Stop } from '../store/app-store';
import type { TimerPort } from '../timers';
import { createBatch, type Batch } from './batch';
import { openConnection, withoutSecrets, type ConnectionPort, type Wire } from './connection';
import type { FromListeners, ListeningState, ToListeners } from './protocol';

/** What listening needs of its surroundings. */
export interface ListeningPort extends TimerPort, Pick<ConnectionPort, 'random' | 'within'> {
  /** The listener of a recipe; undefined where there is none. */
  readonly listenerOf: (recipeId: string) => Promise<Listen | undefined>;
  /** `onUnfit`: only Chromium can reach the server. */
  readonly openWire: (serviceId: ServiceId, onUnfit: (reason: string) => void) => Wire;
  readonly post: (message: FromListeners) => void;
}

/** Not live after so long, a connection is lost. */
const LIVE_MAX_MS = 60_000;
/** What lived so long is tried again as if it had never been lost. */
const STEADY_MS = 60_000;
/** Heard so shortly ago, a server is surely there. */
const FRESH_MS = 2_000;
/** So long a server has for a sign of life. */
const PROOF_MS = 5_000;

/** One service that is listened to, from `listen` to `unlisten`. */
export interface Listening {
  /** Opens a connection, `delayMs` from now. */
  readonly open: (delayMs: number) => void;
  /** True while a connection is being opened. */
  readonly isOpening: () => boolean;
  /** Ends the connection for now, and tells what was heard. */
  readonly pause: () => void;
  /** Opens a new connection at once, unless the one there is surely alive. */
  readonly hurry: (delayMs: number) => void;
  /** Opens a new connection in any case. */
  readonly renew: (delayMs: number) => void;
  readonly stop: Stop;
}

type ListenMessage = Extract<ToListeners, { kind: 'listen' }>;

/** Creates the listening to one service: one connection after another, each with what the last one remembered. */
export function createListening(
  { serviceId, turn, recipeId, url, credentials, resume }: ListenMessage,
  port: ListeningPort,
): Listening {
  const now: Now = { said: undefined, resume, losses: 0, phase: { kind: 'none' } };
  const batch: Batch = createBatch({
    ...port,
    post: (told, remembered) => port.post({ kind: 'heard', serviceId, turn, told, resume: remembered }),
    onDropped: (text) => port.post({ kind: 'bug', text: `listener of ${recipeId}: ${text}` }),
  });

  const setState = (state: ListeningState, reason = ''): void => {
    if (now.said?.state === state && now.said.reason === reason) return;
    now.said = { state, reason };
    port.post({ kind: 'state', serviceId, turn, state, reason });
  };
  /** Leaves what is going on. */
  const leave = (): void => {
    const { phase } = now;
    now.phase = { kind: 'none' };
    if (phase.kind === 'none' || phase.kind === 'over') return;
    phase.stopTimer();
    if (phase.kind !== 'open') return;
    phase.stopProof?.();
    phase.close();
    batch.flush();
  };
  const lose = (openedAtMs: number, reason: string): void => {
    now.losses = port.nowMs() - openedAtMs >= STEADY_MS ? 1 : now.losses + 1;
    open(decideRelistenDelayMs(now.losses, port.random()));
    setState('lost', reason);
  };
  const endAs = (openedAtMs: number, why: ListenEnd, reason: string): void => {
    leave();
    if (why === 'lost') return lose(openedAtMs, reason);
    now.phase = { kind: 'over' };
    setState(why, reason);
  };
  const open = (delayMs: number): void => {
    leave();
    now.phase = { kind: 'waiting', stopTimer: port.after(delayMs, () => void connect()) };
  };

  const connect = async (): Promise<void> => {
    const openedAtMs = port.nowMs();
    const phase: Opened = {
      kind: 'open',
      isLive: false,
      wire: undefined,
      close: () => undefined,
      stopProof: undefined,
      stopTimer: port.after(LIVE_MAX_MS, () => endAs(openedAtMs, 'lost', 'not live in time')),
    };
    now.phase = phase;
    if (now.said === undefined) setState('connecting');
    const listen = await listenerOf();
    if (now.phase !== phase) return;
    if (typeof listen !== 'function') return endAs(openedAtMs, 'unfit', listen);
    const wire = port.openWire(serviceId, (reason) => {
      if (now.phase === phase) endAs(openedAtMs, 'unfit', reason);
    });
    phase.wire = wire;
    const close = openConnection(
      listen,
      { url, credentials, resume: now.resume },
      { ...port, wire },
      {
        onTold: (told) => {
          if (told.kind !== 'live') return batch.put(told);
          if (phase.isLive) return;
          phase.isLive = true;
          phase.stopTimer();
          batch.put(told);
          batch.flush();
          setState('live');
        },
        onRemember: (remembered) => {
          now.resume = batch.remember(remembered) ?? now.resume;
        },
        // Why it was not reached says more than that it was not.
        onEnd: (why, reason) =>
          endAs(openedAtMs, why, (why === 'lost' ? wire.problem()?.kind : undefined) ?? reason),
      },
    );
    if (now.phase === phase) phase.close = close;
  };
  const listenerOf = async (): Promise<Listen | string> => {
    try {
      return (await port.listenerOf(recipeId)) ?? 'no listener';
    } catch (error) {
      return withoutSecrets(error instanceof Error ? error.message : 'no listener', credentials);
    }
  };
  /** Whether the server is there shows soon; if not, there is a new connection. */
  const prove = (phase: Opened, wire: Wire): boolean => {
    const askedAtMs = port.nowMs();
    if (askedAtMs - wire.heardAtMs() < FRESH_MS) return true;
    if (!wire.probe()) return false;
    phase.stopProof?.();
    phase.stopProof = port.after(PROOF_MS, () => {
      if (wire.heardAtMs() < askedAtMs) open(0);
    });
    return true;
  };

  return {
    open,
    isOpening: () => now.phase.kind === 'open' && !now.phase.isLive,
    pause: () => {
      if (now.phase.kind === 'over') return;
      leave();
      batch.flush();
    },
    hurry: (delayMs) => {
      const { phase } = now;
      if (phase.kind === 'over') return;
      now.losses = 0;
      if (phase.kind === 'open' && phase.wire !== undefined && prove(phase, phase.wire)) return;
      open(delayMs);
    },
    renew: (delayMs) => {
      if (now.phase.kind !== 'over') open(delayMs);
    },
    stop: () => {
      leave();
      now.phase = { kind: 'over' };
      batch.stop();
    },
  };
}

interface Now {
  said: { readonly state: ListeningState; readonly reason: string } | undefined;
  resume: unknown;
  /** In a row, each soon after its opening. */
  losses: number;
  phase:
    | { readonly kind: 'none' }
    | { readonly kind: 'waiting'; readonly stopTimer: Stop }
    | Opened
    /** Never tried again. */
    | { readonly kind: 'over' };
}

interface Opened {
  readonly kind: 'open';
  isLive: boolean;
  wire: Wire | undefined;
  close: Stop;
  stopProof: Stop | undefined;
  readonly stopTimer: Stop;
}

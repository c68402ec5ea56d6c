import { decideRelistenDelayMs } from '../../core/decide/decide-relisten';
import type { ServiceId } from '../../core/model/service';
import type { ListenerTold } from '../../recipes/listening';
import type { OwnProcess } from '../fork-process';
import type { Stop } from '../store/app-store';
import type { TimerPort } from '../timers';
import type { FromListeners, ListeningState, ListenRequestOfMain, ToListeners } from './protocol';
import type { RoutesAndTrust } from './routes-and-trust';
import { watchProcess, type ProcessWatch } from './watch-process';

/** With nobody to listen to, the process ends after so long. */
const IDLE_MS = 30_000;
/** Lived so long, the process had not died of what it was started for. */
const STEADY_MS = 60_000;
/** So long the process has to tell what waits at its end. */
const END_MAX_MS = 2_000;

/** The process of listeners, as main has it. */
export type ListenersProcess = OwnProcess<ToListeners, FromListeners>;

/** What it takes to listen to services that are asleep. */
export interface ListenersPort extends TimerPort, RoutesAndTrust {
  /** Starts the process; called at first need, never before. */
  readonly start: () => ListenersProcess;
  /** `resume` is to be kept once `told` is, and given back by the next `listen`; undefined: as before. */
  readonly onHeard: (serviceId: ServiceId, told: readonly ListenerTold[], resume: object | undefined) => void;
  /** After `refused` and `unfit` the service is listened to no more. */
  readonly onState: (serviceId: ServiceId, state: ListeningState, reason: string) => void;
  readonly onBug: (text: string) => void;
}

/** What hears services that are asleep. */
export interface Listeners {
  /** Starts listening, or anew with other credentials. */
  readonly listen: (request: ListenRequestOfMain) => void;
  readonly unlisten: (serviceId: ServiceId) => void;
  /** The machine is about to sleep. */
  readonly pause: () => void;
  /** The network is back, or the machine. */
  readonly hurry: () => void;
  /** Trust was taken back: nothing that is open stays so. */
  readonly renew: () => void;
  /** Hears what is still to be told, and ends the process. */
  readonly stop: () => Promise<void>;
}

interface Kept {
  readonly turn: number;
  readonly request: ListenRequestOfMain;
}

/** Creates main's side: the process at first need, anew when it dies, with what each service remembered last. */
export function createListeners(port: ListenersPort): Listeners {
  const kept = new Map<ServiceId, Kept>();
  const now: Now = {
    running: undefined,
    lastTurn: 0,
    deaths: 0,
    isPaused: false,
    isStopped: false,
    stopTimer: undefined,
  };

  const post = (message: ToListeners): void => now.running?.process.post(message);
  const clearTimer = (): void => {
    now.stopTimer?.();
    now.stopTimer = undefined;
  };

  const answer = async (message: Extract<FromListeners, { kind: 'ask-route' | 'ask-trust' }>) => {
    const { serviceId, id } = message;
    const { running } = now;
    try {
      const reply: ToListeners =
        message.kind === 'ask-route'
          ? {
              kind: 'route',
              id,
              route: kept.has(serviceId) ? await port.routeOf(serviceId, message.url) : undefined,
            }
          : {
              kind: 'trust',
              id,
              isTrusted:
                kept.has(serviceId) &&
                (await port.isTrusted(serviceId, message.host, message.port, message.fingerprint)),
            };
      if (now.running === running) post(reply);
    } catch (error) {
      port.onBug(error instanceof Error ? error.message : String(error));
      if (now.running !== running) return;
      post(
        message.kind === 'ask-route'
          ? { kind: 'route', id, route: undefined }
          : { kind: 'trust', id, isTrusted: false },
      );
    }
  };
  const hear = (message: FromListeners): void => {
    now.running?.watch.heard();
    if (message.kind === 'here') return;
    if (message.kind === 'bug') return port.onBug(message.text);
    if (message.kind === 'ask-route' || message.kind === 'ask-trust') return void answer(message);
    const { serviceId, turn } = message;
    const one = kept.get(serviceId);
    // What was listened to before is told no more.
    if (one?.turn !== turn) return;
    if (message.kind === 'heard') {
      if (message.resume !== undefined)
        kept.set(serviceId, { turn, request: { ...one.request, resume: message.resume } });
      return port.onHeard(serviceId, message.told, message.resume);
    }
    const { state, reason } = message;
    if (state === 'refused' || state === 'unfit') {
      kept.delete(serviceId);
      endWhenIdle();
    }
    port.onState(serviceId, state, reason);
  };

  const start = (): void => {
    clearTimer();
    if (now.isStopped || now.running !== undefined || kept.size === 0) return;
    const process = port.start();
    const running: Running = {
      process,
      startedAtMs: port.nowMs(),
      watch: watchProcess(port.after, () => post({ kind: 'are-you-there' }), process.kill),
      isEnding: false,
      onGone: undefined,
    };
    now.running = running;
    process.onMessage((message) => {
      if (now.running === running) hear(message);
    });
    process.onExit(() => {
      if (now.running === running) goneOf(running);
    });
    for (const { turn, request } of kept.values()) post({ kind: 'listen', turn, ...request });
    if (now.isPaused) post({ kind: 'pause' });
  };
  const goneOf = ({ startedAtMs, isEnding, watch, onGone }: Running): void => {
    clearTimer();
    watch.stop();
    now.running = undefined;
    onGone?.();
    if (isEnding) return start();
    now.deaths = port.nowMs() - startedAtMs >= STEADY_MS ? 1 : now.deaths + 1;
    port.onBug('the process of listeners died');
    now.stopTimer = port.after(decideRelistenDelayMs(now.deaths, 0), start);
    for (const serviceId of [...kept.keys()]) port.onState(serviceId, 'lost', 'process died');
  };
  const end = (running: Running): void => {
    running.isEnding = true;
    post({ kind: 'end' });
    clearTimer();
    now.stopTimer = port.after(END_MAX_MS, running.process.kill);
  };
  const endWhenIdle = (): void => {
    const { running } = now;
    if (kept.size > 0 || running === undefined || running.isEnding) return;
    clearTimer();
    now.stopTimer = port.after(IDLE_MS, () => end(running));
  };

  return {
    listen: (request) => {
      if (now.isStopped) return;
      const turn = (now.lastTurn += 1);
      kept.set(request.serviceId, { turn, request });
      const { running } = now;
      if (running === undefined) {
        // One that died is waited for.
        if (now.stopTimer === undefined) start();
      } else if (!running.isEnding) {
        clearTimer();
        post({ kind: 'listen', turn, ...request });
      }
    },
    unlisten: (serviceId) => {
      if (!kept.delete(serviceId)) return;
      post({ kind: 'unlisten', serviceId });
      endWhenIdle();
    },
    pause: () => {
      now.isPaused = true;
      post({ kind: 'pause' });
    },
    hurry: () => {
      now.isPaused = false;
      if (now.running === undefined) start();
      else post({ kind: 'hurry' });
    },
    renew: () => post({ kind: 'renew' }),
    stop: () =>
      new Promise((resolve) => {
        now.isStopped = true;
        clearTimer();
        if (now.running === undefined) return resolve();
        now.running.onGone = resolve;
        end(now.running);
      }),
  };
}

interface Now {
  running: Running | undefined;
  lastTurn: number;
  /** In a row, each soon after its start. */
  deaths: number;
  isPaused: boolean;
  isStopped: boolean;
  /** Until the process is started anew, ends for want of work, or is killed. */
  stopTimer: Stop | undefined;
}

interface Running {
  readonly process: ListenersProcess;
  readonly startedAtMs: number;
  readonly watch: ProcessWatch;
  isEnding: boolean;
  onGone: (() => void) | undefined;
}

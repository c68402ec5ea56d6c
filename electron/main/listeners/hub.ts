import type { ServiceId } from '../../core/model/service';
import { createListening, type Listening, type ListeningPort } from './listening';
import type { ToListeners } from './protocol';

/** What is said to the hub; the rest of what main says is for the wires. */
export type ToHub = Extract<ToListeners, { kind: 'listen' | 'unlisten' | 'pause' | 'hurry' | 'renew' }>;

/** All listeners: one connection for each service. */
export interface Hub {
  readonly receive: (message: ToHub) => void;
  /** Tells main all that waits, and ends all. */
  readonly end: () => void;
}

/** Over so long connections are spread that are opened together. */
const SPREAD_MS = 1_000;
/** So many may open at one moment without being spread. */
const TOGETHER_MAX = 4;
/** A pause that nobody ends is over when the machine has been awake for so long. */
const PAUSE_MAX_MS = 60_000;

/** Creates the hub. Knows nothing of Electron, sockets or files. */
export function createHub(port: ListeningPort): Hub {
  const services = new Map<ServiceId, Listening>();
  const now: { isPaused: boolean; stopPause: (() => void) | undefined } = {
    isPaused: false,
    stopPause: undefined,
  };
  const spread = (): number => {
    const opening = [...services.values()].filter((one) => one.isOpening()).length;
    return opening < TOGETHER_MAX ? 0 : Math.round(port.random() * SPREAD_MS);
  };
  const hurry = (): void => {
    now.isPaused = false;
    now.stopPause?.();
    now.stopPause = undefined;
    for (const one of services.values()) one.hurry(Math.round(port.random() * SPREAD_MS));
  };
  const receive = (message: ToHub): void => {
    switch (message.kind) {
      case 'listen': {
        services.get(message.serviceId)?.stop();
        const one = createListening(message, port);
        const delayMs = spread();
        services.set(message.serviceId, one);
        if (!now.isPaused) one.open(delayMs);
        return;
      }
      case 'unlisten':
        services.get(message.serviceId)?.stop();
        services.delete(message.serviceId);
        return;
      case 'pause':
        now.isPaused = true;
        for (const one of services.values()) one.pause();
        now.stopPause?.();
        now.stopPause = port.after(PAUSE_MAX_MS, hurry);
        return;
      case 'hurry':
        hurry();
        return;
      case 'renew':
        if (!now.isPaused)
          for (const one of services.values()) one.renew(Math.round(port.random() * SPREAD_MS));
    }
  };
  return {
    receive,
    end: () => {
      now.stopPause?.();
      for (const one of services.values()) {
        one.pause();
        one.stop();
      }
      services.clear();
    },
  };
}

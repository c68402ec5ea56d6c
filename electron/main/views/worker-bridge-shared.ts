import { startWorkerPreload, type PreloadSession, type WorkerPreload } from './worker-bridge-preload';

type OnMessage = Parameters<typeof startWorkerPreload>[2];
interface Shared {
  readonly preload: WorkerPreload;
  readonly listeners: Set<OnMessage>;
}

/** Gives what meets the workers of a session once, however many ask: each of them hears all. */
export function createSharedPreloads(start = startWorkerPreload): typeof startWorkerPreload {
  const known = new Map<PreloadSession, Shared>();
  const open = (session: PreloadSession, filePath: string): Shared => {
    const listeners = new Set<OnMessage>();
    const preload = start(session, filePath, (...message) => {
      for (const hear of listeners) hear(...message);
    });
    const shared = { preload, listeners };
    known.set(session, shared);
    return shared;
  };
  return (session, filePath, onMessage) => {
    const { preload, listeners } = known.get(session) ?? open(session, filePath);
    listeners.add(onMessage);
    return {
      ...preload,
      stop: () => {
        if (!listeners.delete(onMessage) || listeners.size > 0) return;
        known.delete(session);
        preload.stop();
      },
    };
  };
}

import { serviceChannels, type ServiceEvent } from '../../core/ipc/service-messages';
import type { WorkerEvent } from './worker-bridge-records';

/** A running worker, as far as it is used (`ServiceWorkerMain`, Electron 35+). */
export interface RunningWorker {
  readonly scope: string;
  readonly isDestroyed: () => boolean;
  readonly send: (channel: string, event: ServiceEvent | WorkerEvent) => void;
  readonly startTask: () => { readonly end: () => void };
  readonly ipc: { readonly on: (channel: string, hear: (event: unknown, raw: unknown) => void) => unknown };
}

/** What is used of a session that knows worker preloads (Electron 35+). */
export interface PreloadSession {
  readonly registerPreloadScript: (script: {
    readonly type: 'service-worker';
    readonly filePath: string;
  }) => string;
  readonly unregisterPreloadScript: (id: string) => void;
  readonly serviceWorkers: {
    readonly on: (event: 'running-status-changed', hear: StatusChanged) => unknown;
    readonly off: (event: 'running-status-changed', hear: StatusChanged) => unknown;
    readonly getWorkerFromVersionID: (versionId: number) => RunningWorker | undefined;
    readonly startWorkerForScope: (scope: string) => Promise<RunningWorker>;
  };
}
type StatusChanged = (details: { readonly versionId: number; readonly runningStatus: string }) => void;

export interface WorkerPreload {
  /** Whether a worker of this scope has spoken through its preload: only then is this the way back to it. */
  readonly isHeard: (scope: string) => boolean;
  /** Wakes the worker if it sleeps, and tells it; keeps it awake for the time its handlers have. */
  readonly send: (scope: string, event: WorkerEvent) => void;
  readonly stop: () => void;
}

/** How long a worker is kept awake for one event. */
const TASK_MS = 30_000;

/** Registers the worker preload and hears the workers that run it; gives the way back to them. */
export function startWorkerPreload(
  session: PreloadSession,
  filePath: string,
  onMessage: (scope: string, raw: unknown, reply: (event: ServiceEvent) => boolean) => void,
): WorkerPreload {
  const { serviceWorkers } = session;
  const heard = new Set<string>();
  const wired = new WeakSet<RunningWorker>();
  const tasks = new Map<string, () => void>();

  const wire = (worker: RunningWorker): void => {
    if (wired.has(worker)) return;
    wired.add(worker);
    worker.ipc.on(serviceChannels.message, (_, raw) => {
      // Being ready proves only that the preload ran; what comes from the worker's own calls proves that it works.
      if (!isReady(raw)) heard.add(worker.scope);
      endTask(raw);
      onMessage(worker.scope, raw, (event) => {
        if (worker.isDestroyed()) return false;
        worker.send(serviceChannels.event, event);
        return true;
      });
    });
  };
  const endTask = (raw: unknown): void => {
    if (typeof raw !== 'string' || !raw.startsWith('{"kind":"worker-done"')) return;
    for (const [requestId, end] of tasks) if (raw.includes(`"${requestId}"`)) end();
  };
  const changed: StatusChanged = ({ versionId, runningStatus }) => {
    if (runningStatus !== 'starting' && runningStatus !== 'running') return;
    const worker = serviceWorkers.getWorkerFromVersionID(versionId);
    if (worker !== undefined) wire(worker);
  };
  const id = session.registerPreloadScript({ type: 'service-worker', filePath });
  serviceWorkers.on('running-status-changed', changed);
  return {
    isHeard: (scope) => heard.has(scope),
    send(scope, event) {
      const deliver = (worker: RunningWorker): void => {
        wire(worker);
        const task = worker.startTask();
        const timer = setTimeout(() => end(), TASK_MS);
        const end = (): void => {
          clearTimeout(timer);
          if (tasks.delete(event.requestId) && !worker.isDestroyed()) task.end();
        };
        tasks.set(event.requestId, end);
        worker.send(serviceChannels.event, event);
      };
      // A worker that cannot be woken has nobody to tell.
      serviceWorkers.startWorkerForScope(scope).then(deliver, () => undefined);
    },
    stop() {
      serviceWorkers.off('running-status-changed', changed);
      for (const end of tasks.values()) end();
      session.unregisterPreloadScript(id);
    },
  };
}

function isReady(raw: unknown): boolean {
  return typeof raw === 'string' && raw.startsWith('{"kind":"worker-ready"');
}

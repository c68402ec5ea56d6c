import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Session, WebContents } from 'electron/main';
import type { ServiceId } from '../core/model/service';
import type { ServiceGate } from './ipc/service-channel-gate';
import type { Log } from './log';
import { startWorkerBridge } from './views/worker-bridge';
import type { PreloadSession } from './views/worker-bridge-preload';
import type { WorkerRecords } from './views/worker-bridge-records';

interface WorkersDeps {
  readonly gate: ServiceGate;
  readonly records: WorkerRecords;
  /** The bundle that runs in services' workers. */
  readonly workerFile: string;
  readonly newId: () => string;
  readonly log: Log;
}

/** Gives what joins the workers of a service's view to the gate, until the view is gone. */
export function createWorkerConnector(
  deps: WorkersDeps,
): (serviceId: ServiceId, contents: WebContents, session: Session) => void {
  const { gate, records, workerFile, newId, log } = deps;
  const bundle = readFileSync(workerFile, 'utf8');
  /** A worker outlives its page, and goes on speaking as it was told to when it was met. */
  const tokens = new Map<ServiceId, string>();
  const tokenOf = (serviceId: ServiceId): string => {
    const token = tokens.get(serviceId) ?? newId();
    tokens.set(serviceId, token);
    return token;
  };
  return (serviceId, contents, session) => {
    const stop = startWorkerBridge(
      {
        debugger: contents.debugger,
        workers: session.serviceWorkers,
        frames: () => contents.mainFrame.framesInSubtree,
        hasWorkers: session.storagePath !== null && existsSync(join(session.storagePath, 'Service Worker')),
        preloads: isPreloadSession(session) ? session : undefined,
      },
      {
        serviceId,
        senderId: contents.id,
        gate,
        records,
        bundlePath: workerFile,
        bundle,
        token: tokenOf(serviceId),
        onProblem: (reason) => log.problem(`worker of ${serviceId}`, reason),
      },
    );
    contents.on('destroyed', stop);
  };
}

/** Electron 33's types do not know what 35 brought. */
const isPreloadSession = (session: object): session is PreloadSession => 'registerPreloadScript' in session;

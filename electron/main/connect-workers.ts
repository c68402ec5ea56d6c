import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Session, WebContents } from 'electron/main';
import type { ServiceId } from '../core/model/service';
import { findStorageId } from '../core/model/storage-group';
import type { ServiceGate } from './ipc/service-channel-gate';
import type { Log } from './log';
import type { AppStore } from './store/app-store';
import { startWorkerBridge } from './views/worker-bridge';
import type { PreloadSession } from './views/worker-bridge-preload';
import type { WorkerRecords } from './views/worker-bridge-records';
import { createSharedPreloads } from './views/worker-bridge-shared';

interface WorkersDeps {
  readonly store: Pick<AppStore, 'getState'>;
  /** Whose something is that no page of a storage did. */
  readonly ownerAt: (storageId: ServiceId, url: string) => ServiceId;
  readonly gate: ServiceGate;
  readonly records: WorkerRecords;
  /** The bundle that runs in services' workers. */
  readonly workerFile: string;
  readonly newId: () => string;
  readonly log: Log;
}

interface JoinedPage {
  readonly serviceId: ServiceId;
}

/** Gives what joins the workers of a service's view to the gate, until the view is gone. */
export function createWorkerConnector(
  deps: WorkersDeps,
): (serviceId: ServiceId, contents: WebContents, session: Session) => void {
  const { store, gate, records, workerFile, newId, log } = deps;
  const bundle = readFileSync(workerFile, 'utf8');
  /** A worker outlives its page, and goes on speaking as it was told to when it was met. */
  const tokens = new Map<ServiceId, string>();
  const tokenOf = (storageId: ServiceId): string => {
    const token = tokens.get(storageId) ?? newId();
    tokens.set(storageId, token);
    return token;
  };
  const startPreload = createSharedPreloads();
  /** The pages there are, by the storage they use, the latest last. */
  const there = new Map<ServiceId, readonly JoinedPage[]>();
  return (serviceId, contents, session) => {
    const storageId = findStorageId(store.getState().persisted.services, serviceId);
    const page: JoinedPage = { serviceId };
    const others = (): readonly JoinedPage[] => (there.get(storageId) ?? []).filter((one) => one !== page);
    there.set(storageId, [...others(), page]);
    /** Its own page hears it; where it has none, the first there is. */
    const hearFor = (scope: string): ServiceId | undefined => {
      const owner = deps.ownerAt(storageId, scope);
      const pages = there.get(storageId) ?? [];
      const hearing = pages.findLast((one) => one.serviceId === owner) ?? pages[0];
      return hearing === page ? owner : undefined;
    };
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
        hearFor,
        startPreload,
        senderId: contents.id,
        gate,
        records,
        bundlePath: workerFile,
        bundle,
        token: tokenOf(storageId),
        onProblem: (reason) => log.problem(`worker of ${serviceId}`, reason),
      },
    );
    contents.on('destroyed', () => {
      stop();
      there.set(storageId, others());
    });
  };
}

/** Electron 33's types do not know what 35 brought. */
const isPreloadSession = (session: object): session is PreloadSession => 'registerPreloadScript' in session;

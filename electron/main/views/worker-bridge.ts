import { serviceChannels, type ServiceEvent } from '../../core/ipc/service-messages';
import type { MessageSender, ServiceGate } from '../ipc/service-channel-gate';
import { startWorkerInjection, type DebuggerPort, type WorkerInjection } from './worker-bridge-inject';
import { startWorkerPreload, type PreloadSession } from './worker-bridge-preload';
import { toKey, type WorkerCarrier, type WorkerEvent, type WorkerRecords } from './worker-bridge-records';
import { toWorkerSource } from './worker-bridge-source';

/** A frame of the view, as far as it is used. */
export interface CarrierFrame {
  readonly origin: string;
  readonly send: (channel: string, event: ServiceEvent) => void;
}

/** What is used of `session.serviceWorkers`. */
export interface WorkersPort {
  readonly on: Listening;
  readonly off: Listening;
  readonly getAllRunning: () => object;
  readonly getFromVersionID: (versionId: number) => { readonly scope: string };
}
type Listening = ((event: 'console-message', hear: ConsoleMessage) => unknown) &
  ((event: 'registration-completed', hear: () => void) => unknown);
type ConsoleMessage = (
  event: unknown,
  details: { readonly message: string; readonly versionId: number },
) => void;

export interface WorkerBridgePort {
  readonly debugger: DebuggerPort;
  readonly workers: WorkersPort;
  /** The view's frames, its main frame first. */
  readonly frames: () => readonly CarrierFrame[];
  /** Whether the session has kept workers from before: `storagePath` holds a folder `Service Worker`. */
  readonly hasWorkers?: boolean;
  /** The session, where it knows worker preloads (Electron 35+). */
  readonly preloads?: PreloadSession | undefined;
}

export interface WorkerBridgeDeps {
  readonly serviceId: string;
  /** Whose a worker of that scope is where several services share it; undefined where another bridge hears it. */
  readonly hearFor?: (scope: string) => string | undefined;
  /** Meets the workers of a session; once for all bridges to it. */
  readonly startPreload?: typeof startWorkerPreload;
  readonly senderId: number;
  readonly gate: ServiceGate;
  readonly records: WorkerRecords;
  /** The bundle of `electron/preload/service-worker.ts`: its path, and its text. */
  readonly bundlePath: string;
  readonly bundle: string;
  /** Unguessable; marks what the worker says and is told. */
  readonly token: string;
  readonly onProblem: (reason: string) => void;
}

/**
 * Gives a service's workers what Electron leaves out: their notifications, badges and clicks pass the gate like those
 * of pages. One for each service view, from before its first load until it is closed; gives what stops it.
 */
export function startWorkerBridge(port: WorkerBridgePort, deps: WorkerBridgeDeps): () => void {
  const { hearFor = () => deps.serviceId, startPreload = startWorkerPreload } = deps;
  const carryByPage = (scope: string, value: WorkerEvent | ServiceEvent): boolean => {
    const { origin } = new URL(scope);
    const text = JSON.stringify(value);
    for (const frame of port.frames()) {
      if (frame.origin !== origin) continue;
      frame.send(serviceChannels.event, { kind: 'to-worker', scope, token: deps.token, text });
      return true;
    }
    return false;
  };
  const toSender = (
    serviceId: string,
    scope: string,
    reply: (event: ServiceEvent) => boolean,
  ): MessageSender => ({
    key: toKey(serviceId, scope),
    from: 'worker',
    senderId: deps.senderId,
    processId: -1,
    frameRoutingId: -1,
    frameUrl: scope,
    origin: new URL(scope).origin,
    reply,
  });
  const hear: ConsoleMessage = (_, { message, versionId }) => {
    if (!message.startsWith(deps.token)) return;
    const scope = readScope(port.workers, versionId);
    if (scope === undefined) return deps.gate.refuse(deps.serviceId, 'frame-gone');
    const serviceId = hearFor(scope);
    if (serviceId === undefined) return;
    const sender = toSender(serviceId, scope, (event) => carryByPage(scope, event));
    deps.gate.receive(serviceId, message.slice(deps.token.length), sender);
  };

  const preload =
    port.preloads === undefined
      ? undefined
      : startPreload(port.preloads, deps.bundlePath, (scope, raw, reply) => {
          const serviceId = hearFor(scope);
          if (serviceId !== undefined) deps.gate.receive(serviceId, raw, toSender(serviceId, scope, reply));
        });
  const carry: WorkerCarrier['carry'] = (scope, event) => {
    if (preload?.isHeard(scope) !== true) return carryByPage(scope, event);
    preload.send(scope, event);
    return true;
  };
  let injection: WorkerInjection | undefined;
  const onWorker = (): Promise<void> => {
    // Somebody else took the debugger away meanwhile; from here, not while a page closes, it is taken up again.
    if (injection !== undefined && !port.debugger.isAttached()) {
      injection.stop();
      injection = undefined;
    }
    injection ??= startWorkerInjection(
      port.debugger,
      toWorkerSource(deps.token, deps.bundle),
      deps.onProblem,
    );
    return injection.met;
  };
  const meet = (): void => {
    void onWorker();
  };
  const leave = deps.records.join(deps.serviceId, { carry, onWorker });
  port.workers.on('console-message', hear);
  port.workers.on('registration-completed', meet);
  if (port.hasWorkers === true || Object.keys(port.workers.getAllRunning()).length > 0) meet();
  return () => {
    port.workers.off('console-message', hear);
    port.workers.off('registration-completed', meet);
    injection?.stop();
    preload?.stop();
    leave();
  };
}

function readScope(workers: WorkersPort, versionId: number): string | undefined {
  try {
    return workers.getFromVersionID(versionId).scope;
  } catch {
    return undefined;
  }
}

/** What is used of `webContents.debugger`. */
export interface DebuggerPort {
  readonly isAttached: () => boolean;
  readonly attach: (version: string) => void;
  readonly detach: () => void;
  readonly sendCommand: (method: string, params?: object, sessionId?: string) => Promise<unknown>;
  readonly on: ((event: 'message', hear: DebuggerMessage) => unknown) &
    ((event: 'detach', hear: DebuggerDetach) => unknown);
  readonly off: ((event: 'message', hear: DebuggerMessage) => unknown) &
    ((event: 'detach', hear: DebuggerDetach) => unknown);
}
export interface WorkerInjection {
  /** Settles once every worker that starts is met before its script. */
  readonly met: Promise<void>;
  readonly stop: () => void;
}
type DebuggerDetach = (event: unknown, reason: string) => void;
type DebuggerMessage = (event: unknown, method: string, params: unknown) => void;

const onlyWorkers = {
  autoAttach: true,
  // A worker that is woken by a message must not hear it before it is met.
  waitForDebuggerOnStart: true,
  flatten: true,
  filter: [{ type: 'service_worker' }, { exclude: true }],
};

/**
 * Runs `source` in every service worker of the page's origin: at once in one that runs, before its script in one that
 * starts. Lets go of each worker right after, so that it may sleep as ever. Gives what stops it, and
 * what settles once workers are met. To be started once
 * the service is known to have a worker: most have none, and need no debugger then.
 */
export function startWorkerInjection(
  port: DebuggerPort,
  source: string,
  onProblem: (reason: string) => void,
): WorkerInjection {
  let stopped = false;
  const fail = (error: unknown): void => {
    if (!stopped && port.isAttached()) onProblem(error instanceof Error ? error.message : String(error));
  };
  const hear: DebuggerMessage = (_, method, params) => {
    if (method !== 'Target.attachedToTarget') return;
    const sessionId = readSessionId(params);
    if (sessionId === undefined) return;
    // Nothing is awaited in between: a worker held at its start must be let go whatever becomes of the evaluation.
    const evaluated = port.sendCommand('Runtime.evaluate', { expression: source, silent: true }, sessionId);
    const running = port.sendCommand('Runtime.runIfWaitingForDebugger', {}, sessionId);
    Promise.all([evaluated, running])
      .then(([result]) => {
        const problem = readException(result);
        if (problem !== undefined) fail(problem);
        return port.sendCommand('Target.detachFromTarget', { sessionId });
      })
      // The worker ended meanwhile; when it starts again it is met again.
      .catch(() => undefined);
  };
  const detached: DebuggerDetach = (_, reason) => {
    // Attaching anew from here never ends while the page is closing, so it is only told.
    if (!stopped && reason !== 'target closed') onProblem(`detached: ${reason}`);
  };
  let met: Promise<void> = Promise.resolve();
  port.on('message', hear);
  port.on('detach', detached);
  try {
    if (!port.isAttached()) port.attach('1.3');
    met = port.sendCommand('Target.setAutoAttach', onlyWorkers).then(() => undefined, fail);
  } catch (error) {
    onProblem(error instanceof Error ? error.message : String(error));
  }
  const stop = (): void => {
    stopped = true;
    port.off('message', hear);
    port.off('detach', detached);
    try {
      if (port.isAttached()) port.detach();
    } catch {
      // The page is gone already, and its debugger with it.
    }
  };
  return { met, stop };
}

function readSessionId(params: unknown): string | undefined {
  const id: unknown =
    typeof params === 'object' && params !== null ? Reflect.get(params, 'sessionId') : undefined;
  return typeof id === 'string' ? id : undefined;
}

function readException(result: unknown): string | undefined {
  const details: unknown =
    typeof result === 'object' && result !== null ? Reflect.get(result, 'exceptionDetails') : undefined;
  return details === undefined ? undefined : JSON.stringify(details).slice(0, 500);
}

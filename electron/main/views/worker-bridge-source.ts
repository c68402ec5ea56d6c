/** What a worker's own world hands in as `electron/common` where Electron has no preloads for workers. */
interface WorkerWorld {
  addEventListener: (type: string, hear: (event: WorkerMessage) => void, capture: boolean) => void;
  ServiceWorkerRegistration?: { prototype: { showNotification?: unknown } };
  structuredClone?: unknown;
  MessageChannel: new () => { readonly port1: WorkerPort; readonly port2: WorkerPort };
}
interface WorkerPort {
  readonly addEventListener: (type: string, hear: () => void) => void;
  readonly start: () => void;
  readonly postMessage: (value: unknown) => void;
  readonly close: () => void;
}
interface WorkerMessage {
  readonly data?: unknown;
  stopImmediatePropagation: () => void;
  waitUntil?: (work: Promise<unknown>) => void;
}
type Bundle = (load: () => object, module: object, exports: object) => void;

/**
 * Runs in the worker: gives the bundle its ways out (a marked console message, heard by main alone) and in (a marked
 * message from the page), and runs it as soon as the worker's interfaces are there. Self-contained: shipped as source.
 */
function hostBundle(token: string, bundle: Bundle): void {
  const world = globalThis as unknown as WorkerWorld;
  const { parse } = JSON;
  const { debug } = console;
  const { hasOwn } = Object;
  const { includes } = String.prototype;
  const sourceOf = Function.prototype.toString;
  const { apply } = Reflect;
  const NativePromise = Promise;
  const LONGEST_MS = 30_000;
  const open = { __proto__: null } as unknown as Record<string, (() => void) | undefined>;
  const heard: ((event: unknown, value: unknown) => void)[] = [];
  let started = false;

  const isNative = (): boolean => {
    const method = world.ServiceWorkerRegistration?.prototype.showNotification;
    return typeof method === 'function' && apply(includes, apply(sourceOf, method, []), ['[native code]']);
  };
  const start = (): void => {
    if (started || world.ServiceWorkerRegistration === undefined || world.structuredClone === undefined)
      return;
    started = true;
    if (!isNative()) return;
    const electron = {
      contextBridge: {
        executeInMainWorld: (script: { func: (...args: unknown[]) => unknown; args: unknown[] }) =>
          apply(script.func, undefined, script.args),
      },
      ipcRenderer: {
        send: (_: string, text: string) => {
          const message = parse(text) as { kind?: unknown; requestId?: unknown };
          if (message.kind === 'worker-done') open[message.requestId as string]?.();
          apply(debug, console, [token + text]);
        },
        on: (_: string, listener: (event: unknown, value: unknown) => void) => {
          heard[heard.length] = listener;
        },
      },
    };
    const module = { exports: {} };
    bundle(() => electron, module, module.exports);
  };
  const hear = (event: WorkerMessage): void => {
    start();
    // A worker that starts slowly is met more than once: the letter is for the one of us that runs the bundle.
    if (heard.length === 0) return;
    const { data } = event;
    if (typeof data !== 'object' || data === null || !hasOwn(data, token)) return;
    event.stopImmediatePropagation();
    const value = parse((data as Record<string, string>)[token] as string) as {
      requestId?: unknown;
      kind?: unknown;
    };
    if (value.kind === 'worker-event') {
      event.waitUntil?.(
        new NativePromise<void>((resolve) => {
          open[value.requestId as string] = resolve;
          setTimeout(resolve, LONGEST_MS);
        }),
      );
    }
    for (let i = 0; i < heard.length; i += 1) heard[i]?.(undefined, value);
  };
  start();
  if (started && heard.length === 0) return;
  world.addEventListener('message', hear, true);
  if (started) return;
  // Started so early that the worker's interfaces are not there yet: the first event or message comes after them.
  world.addEventListener('install', start, true);
  world.addEventListener('activate', start, true);
  const { port1, port2 } = new world.MessageChannel();
  port1.addEventListener('message', () => {
    start();
    port1.close();
  });
  port1.start();
  port2.postMessage(0);
}

/** Gives the source to evaluate in a worker: the bundle of the worker preload, hosted. `token` marks its messages. */
export function toWorkerSource(token: string, bundle: string): string {
  return `(${String(hostBundle)})(${JSON.stringify(token)},(require,module,exports)=>{${bundle}\n});`;
}

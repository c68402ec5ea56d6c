import vm from 'node:vm';
import { describe, expect, it } from 'vitest';
import { toWorkerSource } from './worker-bridge-source';

const TOKEN = 'secret';
/** Replaces what it finds, as the real bundle does, and tells what it is told. */
const bundle = `
  const { ipcRenderer } = require('electron/common');
  ServiceWorkerRegistration.prototype.showNotification = () => undefined;
  ipcRenderer.on('event', (_, value) => ipcRenderer.send('message', JSON.stringify({ kind: 'told', value })));
`;

/** A worker's world that is met by its debugger before its interfaces are there. */
function startWorker() {
  const said: string[] = [];
  const seen: unknown[] = [];
  const target = new EventTarget();
  const tasks: (() => void)[] = [];
  class MessageChannel {
    readonly port1 = {
      addEventListener: (_: string, hear: () => void) => tasks.push(hear),
      start: () => undefined,
      close: () => undefined,
    };
    readonly port2 = { postMessage: () => undefined };
  }
  const context = vm.createContext({
    addEventListener: target.addEventListener.bind(target),
    console: { debug: (text: string) => said.push(text) },
    setTimeout,
    MessageChannel,
  });
  return {
    said,
    seen,
    meet: () => vm.runInContext(toWorkerSource(TOKEN, bundle), context) as unknown,
    /** Its interfaces come, then its own script runs. */
    begin: () => {
      vm.runInContext(
        `globalThis.structuredClone = () => undefined;
        globalThis.ServiceWorkerRegistration = class {};
        ServiceWorkerRegistration.prototype.showNotification = Map.prototype.get;`,
        context,
      );
      target.addEventListener('message', (event) => seen.push(Reflect.get(event, 'data')));
    },
    /** What it was told to do later comes. */
    settle: () => {
      for (const task of tasks.splice(0)) task();
    },
    post: (data: object) => target.dispatchEvent(Object.assign(new Event('message'), { data })),
  };
}
const letter = { [TOKEN]: '{"kind":"notification-list"}' };
const answer = `${TOKEN}{"kind":"told","value":{"kind":"notification-list"}}`;

describe('toWorkerSource', () => {
  it('P35 hears what it is told before the worker does, also where its interfaces came later', () => {
    const worker = startWorker();
    worker.meet();
    worker.begin();
    worker.post(letter);
    worker.post({ own: 1 });
    expect(worker.said).toEqual([answer]);
    expect(worker.seen).toEqual([{ own: 1 }]);
  });

  it('P35 a worker that is met again while it starts hears what it is told, once', () => {
    const worker = startWorker();
    worker.meet();
    worker.begin();
    worker.meet();
    worker.settle();
    worker.meet();
    worker.post(letter);
    expect(worker.said).toEqual([answer]);
  });
});

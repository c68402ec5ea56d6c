// The preload realm of workers (Electron 35+) knows `electron/common` and hands out there what frames find in
// `electron/renderer`. On Electron 33 and 34 main runs this same bundle in the worker and hands in its own stand-ins.
import * as electron from 'electron/common';
import { serviceChannels } from '../core/ipc/service-limits';
import type { MainWorldRun } from './main-world/install';
import { installWorker } from './main-world/worker';

/** What is used of Electron in a worker's preload. */
interface WorkerElectron {
  readonly contextBridge: { readonly executeInMainWorld: MainWorldRun };
  readonly ipcRenderer: {
    readonly send: (channel: string, text: string) => void;
    readonly on: (
      channel: string,
      listener: (event: unknown, ...args: readonly unknown[]) => void,
    ) => unknown;
  };
}

const { contextBridge, ipcRenderer } = electron as unknown as WorkerElectron;
const random = (): string => Math.random().toString(36).slice(2);
const deliver = installWorker(
  (script) => contextBridge.executeInMainWorld(script),
  `w${random()}${random()}`,
  {
    seed: `${random()}${random()}`,
    send: (text) => {
      ipcRenderer.send(serviceChannels.message, text);
    },
  },
);
ipcRenderer.on(serviceChannels.event, (_, event) => {
  deliver(JSON.stringify(event));
});
ipcRenderer.send(serviceChannels.message, JSON.stringify({ kind: 'worker-ready' }));

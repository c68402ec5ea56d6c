import { app, BaseWindow, ipcMain, session, WebContentsView } from 'electron/main';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ServiceEvent, ServiceMessage } from '../../electron/core/ipc/service-messages';
import {
  createServiceGate,
  sendServiceEvent,
  startServiceChannel,
} from '../../electron/main/ipc/service-channel';
import type { MessageSender, ServiceChannelDeps } from '../../electron/main/ipc/service-channel';
import { createRefusalCounter } from '../../electron/main/refusals';
import { timers } from '../../electron/main/timers';
import { startWorkerBridge } from '../../electron/main/views/worker-bridge';
import { createWorkerRecords } from '../../electron/main/views/worker-bridge-records';

/** The least main process that hosts service pages: the real preload, channel and worker bridge, and nothing else. */
export interface Harness {
  readonly heard: { readonly serviceId: string; readonly message: ServiceMessage; readonly from: string }[];
  readonly refused: {
    readonly serviceId: string | undefined;
    readonly reason: string;
    readonly count: number;
  }[];
  readonly problems: string[];
  readonly open: (serviceId: string, url: string) => Promise<number>;
  /** What a page without any of our code has of its own on its global object, and on what we replace. */
  readonly bareShape: (url: string, source: string) => Promise<unknown>;
  readonly reply: (event: ServiceEvent) => boolean;
  readonly stopWorkers: (serviceId: string) => Promise<boolean>;
  readonly runningWorkers: (serviceId: string) => number;
  answers: 'granted' | 'denied';
  mayNotify: boolean;
}

declare global {
  // eslint-disable-next-line no-var -- how a global is declared
  var harness: Harness;
}

const here = import.meta.dirname;
const bundlePath = path.join(here, 'service-worker.cjs');
const services = new Map<number, string>();
const views = new Map<string, WebContentsView>();
const senders = new Map<string, MessageSender>();
const records = createWorkerRecords(() => performance.now());

const deps: ServiceChannelDeps = {
  serviceOf: (senderId) => services.get(senderId),
  mayNotify: () => globalThis.harness.mayNotify,
  onMessage: (serviceId, message, sender) => {
    globalThis.harness.heard.push({ serviceId, message, from: sender.key.split(':')[0] ?? '' });
    if (message.kind !== 'notification-show') return;
    senders.set(message.pageId, sender);
    sendServiceEvent(sender, { kind: 'notification-event', pageId: message.pageId, event: 'show' });
  },
  refuse: createRefusalCounter<string>((serviceId, reason, count) => {
    globalThis.harness.refused.push({ serviceId, reason, count });
  }, timers.after).count,
  nowMs: () => performance.now(),
  workers: records,
};
const gate = createServiceGate(deps);

async function open(window: BaseWindow, serviceId: string, url: string): Promise<number> {
  const ses = session.fromPartition(`persist:${serviceId}`);
  ses.setPermissionCheckHandler(() => globalThis.harness.answers === 'granted');
  ses.setPermissionRequestHandler((_contents, _permission, callback) => {
    callback(globalThis.harness.answers === 'granted');
  });
  const view = new WebContentsView({
    webPreferences: {
      session: ses,
      preload: path.join(here, 'service.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegrationInSubFrames: true,
    },
  });
  window.contentView.addChildView(view);
  view.setBounds({ x: 0, y: 0, width: 800, height: 600 });
  services.set(view.webContents.id, serviceId);
  views.set(serviceId, view);
  startWorkerBridge(
    {
      debugger: view.webContents.debugger,
      workers: ses.serviceWorkers,
      hasWorkers: ses.storagePath !== null && existsSync(path.join(ses.storagePath, 'Service Worker')),
      frames: () => view.webContents.mainFrame.framesInSubtree,
    },
    {
      serviceId,
      senderId: view.webContents.id,
      gate,
      records,
      bundlePath,
      bundle: readFileSync(bundlePath, 'utf8'),
      token: `t${Math.random().toString(36).slice(2)}`,
      onProblem: (reason) => globalThis.harness.problems.push(reason),
    },
  );
  await view.webContents.loadURL(url);
  return view.webContents.id;
}

// Nothing is awaited at the top: Electron is not ready before its main module has run.
void app.whenReady().then(() => {
  const window = new BaseWindow({ width: 800, height: 600 });
  globalThis.harness = {
    heard: [],
    refused: [],
    problems: [],
    open: (serviceId, url) => open(window, serviceId, url),
    bareShape: async (url, source) => {
      const view = new WebContentsView({ webPreferences: { partition: 'bare', sandbox: true } });
      window.contentView.addChildView(view);
      await view.webContents.loadURL(url);
      const shape: unknown = await view.webContents.executeJavaScript(source);
      window.contentView.removeChildView(view);
      view.webContents.close();
      return shape;
    },
    reply: (event) => {
      const sender = event.kind === 'notification-event' ? senders.get(event.pageId) : undefined;
      return sender !== undefined && sendServiceEvent(sender, event);
    },
    stopWorkers: async (serviceId) => {
      const { debugger: port } = views.get(serviceId)?.webContents ?? {};
      await port?.sendCommand('ServiceWorker.enable');
      await port?.sendCommand('ServiceWorker.stopAllWorkers');
      await port?.sendCommand('ServiceWorker.disable');
      return true;
    },
    runningWorkers: (serviceId) =>
      Object.keys(session.fromPartition(`persist:${serviceId}`).serviceWorkers.getAllRunning()).length,
    answers: 'granted',
    mayNotify: true,
  };
  startServiceChannel(ipcMain, deps, gate);
  app.on('window-all-closed', () => app.quit());
});

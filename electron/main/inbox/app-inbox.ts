import { utilityProcess } from 'electron/main';
import type { InboxSetAside } from '../../core/model/inbox';
import type { Log } from '../log';
import type { Platform } from '../platform';
import { sealPort } from '../seal';
import { timers } from '../timers';
import { createInbox } from './create-inbox';
import type { Inbox } from './inbox';
import type { InboxProcess } from './inbox-link';
import { openInboxKey } from './key';
import type { FromInbox } from './protocol';

/** What the app's inbox is made of. */
export interface AppInboxOptions {
  /** The data folder. */
  readonly folder: string;
  /** The process's program, `inbox-process.js`. */
  readonly processFile: string;
  /** The engine's binary, see `PlatformFacts.engineFile`. */
  readonly engineFile: string;
  readonly platform: Platform;
  /** The file there was cannot be used; it lies beside the new one. To be told to the person. */
  readonly onSetAside: (told: InboxSetAside) => void;
  readonly log: Log;
}

/** Creates the inbox of the app; only once the app is ready. Costs nothing before the first notification. */
export function createAppInbox(options: AppInboxOptions): Inbox {
  const { folder, processFile, engineFile, log } = options;
  const seal = sealPort(options.platform);
  return createInbox({
    ...timers,
    folder,
    start: () => startProcess(processFile, engineFile),
    openKey: () => openInboxKey(folder, seal, timers.nowMs()),
    onSetAside: options.onSetAside,
    onBug: (text) => log.problem(`bug in the inbox: ${text}`),
  });
}

function startProcess(processFile: string, engineFile: string): InboxProcess {
  const child = utilityProcess.fork(processFile, [engineFile], {
    serviceName: 'Foyer inbox',
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', (message: FromInbox) => listener(message)),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill(),
  };
}

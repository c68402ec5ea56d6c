import type { InboxSetAside } from '../../core/model/inbox';
import { forkProcess } from '../fork-process';
import type { Log } from '../log';
import { plainCodec, type FileCodec } from '../lock/vault';
import type { Platform } from '../platform';
import { sealPort } from '../seal';
import { timers } from '../timers';
import { createInbox } from './create-inbox';
import type { Inbox } from './inbox';
import { openInboxKey } from './key';

/** What the app's inbox is made of. */
export interface AppInboxOptions {
  /** The data folder. */
  readonly folder: string;
  /** The process's program, `inbox-process.js`. */
  readonly processFile: string;
  /** The engine's binary, see `PlatformFacts.engineFile`. */
  readonly engineFile: string;
  readonly platform: Platform;
  /** How the key is kept, where there is a passphrase. */
  readonly codec?: FileCodec;
  /** The file there was cannot be used; it lies beside the new one. To be told to the person. */
  readonly onSetAside: (told: InboxSetAside) => void;
  readonly log: Log;
}

/** Creates the inbox of the app; only once the app is ready. Costs nothing before the first notification. */
export function createAppInbox(options: AppInboxOptions): Inbox {
  const { folder, processFile, engineFile, codec = plainCodec, log } = options;
  const seal = sealPort(options.platform);
  return createInbox({
    ...timers,
    folder,
    start: () => forkProcess(processFile, [engineFile], 'Foyer inbox'),
    openKey: () => openInboxKey(folder, seal, timers.nowMs(), codec),
    onSetAside: options.onSetAside,
    onBug: (text) => log.problem('bug in the inbox', text),
  });
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Translate } from '../core/model/translate';
import { isLocked } from '../core/state/veil';
import { startFocusSummary } from './effects/focus-summary';
import { startEntryOpener } from './effects/entry-opener';
import { startInboxPruning } from './effects/inbox-pruning';
import { startInboxRecord } from './effects/inbox-record';
import { startPresence } from './effects/presence';
import { startPresenceTeller } from './effects/presence-teller';
import { createAppInbox, type AppInboxOptions } from './inbox/app-inbox';
import { INBOX_FILE } from './inbox/engine/schema';
import type { Inbox } from './inbox/inbox';
import { createLockableInbox, type LockableInbox } from './inbox/lockable-inbox';
import { openWaitingFile } from './inbox/waiting-file';
import type { FileCodec } from './lock/vault';
import type { Log } from './log';
import { person } from './on-power';
import type { PlatformFacts } from './platform';
import type { Pages } from './start-pages';
import { stopAll, type AppStore, type Stop } from './store/app-store';
import { timers } from './timers';

interface InboxDeps {
  readonly store: AppStore;
  readonly inbox: Inbox;
  /** The data folder. */
  readonly folder: string;
  /** True when the list of services is the one last written. */
  readonly isComplete: boolean;
  readonly pages: Pages;
  readonly translate: Translate;
  readonly newId: () => string;
  readonly log: Log;
}

/** Starts what keeps the record of all notifications: what comes, what is read, what grows old, who is there, and tells services so. */
export function startInbox({
  store,
  inbox,
  folder,
  isComplete,
  pages,
  translate,
  newId,
  log,
}: InboxDeps): Stop {
  const known = { hasEntries: existsSync(join(folder, INBOX_FILE)) };
  const stops = [
    startFocusSummary(store, {
      channels: inbox.channels,
      nowMs: timers.nowMs,
      newId,
      translate,
    }),
    startInboxRecord(store, {
      ...timers,
      add: (entry) => {
        known.hasEntries = true;
        inbox.add(entry);
      },
      count: inbox.count,
      markRead: (choice) => inbox.markRead(choice, true),
      onHealth: inbox.onHealth,
      hasEntries: () => known.hasEntries,
    }),
    startInboxPruning(store, {
      ...timers,
      prune: inbox.prune,
      remove: inbox.remove,
      channels: inbox.channels,
      hasEntries: () => known.hasEntries,
      isComplete,
    }),
    startPresence({ ...timers, ...person, came: inbox.came, left: inbox.left }),
    startPresenceTeller(store, {
      ...timers,
      ...person,
      tell: (serviceId, event) => void pages.pages.askAdapter(serviceId, event),
    }),
    startEntryOpener(store, {
      ...timers,
      openChannel: (serviceId, goal) => pages.pages.askAdapter(serviceId, { kind: 'open-channel', ...goal }),
      click: (way) => {
        const { pageId } = way;
        pages.pages.senderOf(way)?.reply({ kind: 'notification-event', pageId, event: 'recall' });
      },
    }),
  ];
  return () => stopAll(stops.toReversed(), (error) => log.problem('bug', error));
}

interface OpenDeps extends Pick<AppInboxOptions, 'folder' | 'processFile' | 'log'> {
  readonly codec: FileCodec;
  readonly store: AppStore;
  readonly facts: PlatformFacts;
}

/** Gives the app's inbox; one that could not be used is told to the person. */
export function openInbox({ store, facts, ...options }: OpenDeps): LockableInbox {
  const { folder, codec, log } = options;
  const onSetAside: AppInboxOptions['onSetAside'] = ({ why, setAsideAs }) =>
    store.dispatch({
      kind: 'notice-shown',
      notice: { kind: 'inbox-set-aside', id: 'inbox-set-aside', why, setAsideAs },
    });
  const { engineFile, platform } = facts;
  return createLockableInbox({
    create: () => createAppInbox({ ...options, engineFile, platform, onSetAside }),
    waiting: openWaitingFile(folder, codec, (error) => log.problem('not kept for the inbox', error)),
    isLocked: isLocked(store.getState()),
  });
}

import { powerMonitor, webFrameMain, type WebContents } from 'electron/main';
import type { ServiceMessage } from '../../core/ipc/service-messages';
import type { ServiceId } from '../../core/model/service';
import { findStorageId } from '../../core/model/storage-group';
import { selectBusy } from '../../core/state/select-sleep';
import { isOnScreen, selectSeenServices } from '../../core/state/selectors';
import type { MessageSender } from '../ipc/service-channel';
import type { OwnerOf } from '../owner-of';
import { stopAll, type AppStore, type Stop } from '../store/app-store';
import { timers } from '../timers';
import { onDocumentEnd, type DocumentPage, type FramePage } from '../views/frame-book';
import { createBusyBook, type BusyBook } from './busy-book';
import { createDrafts } from './drafts';
import { isSameList } from '../store/is-same-list';
import { watchMedia, type MediaPage } from './media';
import type { Stills } from './stills';
import { closeUnlessUnsaved, reloadUnlessUnsaved, type LeavingPage } from './unsaved';
import { createUploads, type UploadSession } from './uploads';

/** What keeps pages awake, and what is left of them when they go. */
export interface SleepFacts {
  /** The session of a storage, before its first request. */
  readonly guard: (storageId: ServiceId, ownerOf: OwnerOf, session: UploadSession) => void;
  /** Each page as it is added, before its first document. */
  readonly watch: (serviceId: ServiceId, contents: WebContents) => void;
  readonly hearUnsent: (serviceId: ServiceId, message: Unsent, sender: MessageSender) => void;
  readonly hearDownload: (serviceId: ServiceId, key: string, isUnderWay: boolean) => void;
  /**
   * Closes the page in a service's view unless something of the person's would be lost by that, which it asks the page;
   * says whether it is gone. A picture of it is kept. Whoever asks takes the view away.
   */
  readonly letGo: (serviceId: ServiceId, contents: WebContents) => Promise<boolean>;
  /** Loads the page in a service's view anew unless something would be lost; says whether it does. */
  readonly refresh: (serviceId: ServiceId, contents: WebContents) => Promise<boolean>;
  readonly stop: Stop;
}

type Unsent = Extract<ServiceMessage, { readonly kind: 'unsent' }>;

/** Creates the facts on which it is decided which pages sleep. */
export function createSleepFacts(
  store: AppStore,
  stills: Stills,
  onProblem: (error: unknown) => void,
): SleepFacts {
  const book = createBusyBook(store);
  const uploads = createUploads(book, timers.after, (serviceId) =>
    findStorageId(store.getState().persisted.services, serviceId),
  );
  const drafts = createDrafts({
    book,
    after: timers.after,
    isFrameThere: (processId, routingId) => webFrameMain.fromId(processId, routingId) !== undefined,
  });
  powerMonitor.on('lock-screen', stills.dropAll);
  const stops: readonly Stop[] = [
    () => powerMonitor.off('lock-screen', stills.dropAll),
    stills.stop,
    drafts.stop,
    uploads.stop,
    // What was recorded is sent next.
    store.onAction('capture-changed', ({ serviceId, capturing }) => {
      if (capturing) uploads.expect(serviceId);
    }),
    watchSavedOnes(store, book),
    book.stop,
  ];

  const isBusy = async (serviceId: ServiceId): Promise<boolean> => {
    await drafts.ask(serviceId);
    return selectBusy(store.getState(), serviceId).length > 0;
  };

  return {
    guard: uploads.guard,
    watch: (serviceId, contents) => {
      // Electron's overloads of `on` take one event each.
      watchMedia(serviceId, contents as unknown as MediaPage, book, timers.after);
      drafts.watch(contents as unknown as FramePage);
      onDocumentEnd(contents as unknown as DocumentPage, () => book.end(serviceId, 'unsaved', 'page'));
    },
    hearUnsent: (serviceId, { what }, sender) => {
      if (what === 'files') uploads.expect(serviceId);
      else drafts.hear(serviceId, what === 'text', sender);
    },
    hearDownload: (serviceId, key, isUnderWay) =>
      book[isUnderWay ? 'begin' : 'end'](serviceId, 'download', key),
    letGo: async (serviceId, contents) => {
      if (await isBusy(serviceId)) return false;
      if (contents.isDestroyed()) return true;
      await stills.take(serviceId, contents);
      if (await closeUnlessUnsaved(contents as unknown as LeavingPage, timers.after)) return true;
      stills.drop(serviceId);
      book.begin(serviceId, 'unsaved', 'page');
      return false;
    },
    refresh: async (serviceId, contents) => {
      if ((await isBusy(serviceId)) || contents.isDestroyed()) return false;
      if (await reloadUnlessUnsaved(contents as unknown as LeavingPage, timers.after)) return true;
      book.begin(serviceId, 'unsaved', 'page');
      return false;
    },
    stop: () => stopAll(stops, onProblem),
  };
}

/** Who has looked at a page and left it may have saved what was not: it is asked again. */
function watchSavedOnes(store: AppStore, book: Pick<BusyBook, 'end'>): Stop {
  const seen: { ids: readonly ServiceId[] } = { ids: [] };
  return store.watch(
    (state) => selectSeenServices(state).filter((id) => isOnScreen(state, id)),
    (ids) => {
      for (const id of seen.ids) if (!ids.includes(id)) book.end(id, 'unsaved', 'page');
      seen.ids = ids;
    },
    isSameList,
  );
}

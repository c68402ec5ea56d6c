import { join } from 'node:path';
import { writeFile } from 'atomically';
// oxlint-disable-next-line no-restricted-imports -- the types of Electron 33 have the clipboard in `common`, those of 45 in `main`
import * as electron from 'electron/main';
import type { Translate } from '../core/model/translate';
import { recipeById } from '../recipes/index';
import { linkOf } from '../recipes/links';
import type { Inbox } from './inbox/inbox';
import { openEntry } from './inbox/open-entry';
import type { FileCodec } from './lock/vault';
import type { Platform } from './platform';
import type { AppStore } from './store/app-store';
import { createSwitcher, type Switcher } from './switcher/switcher';
import { openUsageFile } from './switcher/usage-file';
import { timers } from './timers';

/** Both have it in both when they run. */
const { clipboard } = electron as unknown as {
  readonly clipboard: { readonly writeText: (text: string) => unknown };
};

interface SwitcherDeps {
  readonly store: AppStore;
  readonly inbox: Inbox;
  /** The data folder. */
  readonly folder: string;
  readonly platform: Platform;
  readonly codec: FileCodec;
  readonly translate: Translate;
}

/** How many of the last entries of the inbox can be found. */
const ENTRIES_MAX = 100;

/** Joins the switcher to the inbox, the clipboard and what it learns by; `flush` writes what it learnt last. */
export function startSwitcher({
  store,
  inbox,
  folder,
  codec,
  platform,
  translate,
}: SwitcherDeps): Switcher & { readonly flush: () => Promise<void> } {
  const file = openUsageFile({
    file: join(folder, 'used.json'),
    write: (path, bytes) => writeFile(path, Buffer.from(bytes), { mode: 0o600 }),
    codec,
    after: timers.after,
  });
  const switcher = createSwitcher(store, {
    ...timers,
    platform,
    translate,
    recipeName: (recipeId) => recipeById(recipeId)?.name ?? '',
    lastEntries: async () => (await inbox.page({}, null, ENTRIES_MAX)).entries,
    openEntry: (id) => void openEntry(store, inbox, id),
    linkOf: ({ recipeId, url }, place) => linkOf(recipeId, url, place.channelId),
    copy: (text) => void clipboard.writeText(text),
    loadUsage: file.load,
    saveUsage: file.save,
  });
  return { ...switcher, flush: file.flush };
}

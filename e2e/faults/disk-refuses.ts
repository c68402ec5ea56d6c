import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator } from '@playwright/test';
import { FILES } from '../../electron/main/store/disk.js';
import { onBar, pickFor } from '../support/bar.js';
import type { Foyer } from '../support/foyer.js';
import { command, countOf, entryWith } from '../support/inbox.js';
import { watchLateness } from '../support/lateness.js';
import { failingDisk, slowDown, smallDisk } from './disks.js';
import type { Fault, Outcome } from './fault.js';
import { holdingsOf, lostOf } from './holdings.js';
import { pidOf } from './processes.js';
import { fillInbox, type Stand, tell, watchOthers } from './stand.js';

const notice = ({ shell }: Foyer): Locator => shell.getByRole('complementary', { name: 'Notices' });
const inboxTrouble = ({ shell }: Foyer): Locator => shell.getByRole('alert').first();
const turnOff = ({ shell }: Foyer): Promise<void> => pickFor(shell, 'Cat', 'Turn off');

/** Whether Cat is on, as the file has it. */
async function keptOf(folder: string): Promise<boolean | undefined> {
  const text = await readFile(join(folder, FILES.main), 'utf8').catch(() => '{}');
  const { services = [] } = JSON.parse(text) as { services?: readonly { id: string; enabled: boolean }[] };
  return services.find(({ id }) => id === 'cat')?.enabled;
}

/** Changes something and has a notification come while the disk refuses; that the change is not saved is told, and the inbox is up. */
async function goOnRefused(stand: Stand, foyer: Foyer): Promise<void> {
  await turnOff(foyer);
  await expect(notice(foyer)).toContainText('Your last change could not be saved: ');
  await expect(onBar(foyer.shell, 'Cat')).toHaveAccessibleName(/turned off/);
  await tell(stand, 'bob', 'come meanwhile');
  await stand.desktop.findNotification(({ title }) => title.startsWith('come meanwhile'));
  await onBar(foyer.shell, 'Inbox').click();
}

/**
 * Has a disk refuse, changes something and has notifications come; then has it work again. Asserts that it is told in both places,
 * that others go on, and that change and notifications are kept in the end.
 */
async function refuse(
  stand: Stand,
  folder: string,
  how: { readonly begin: () => Promise<void>; readonly end: () => Promise<void>; readonly inboxSays: RegExp },
): Promise<Outcome> {
  await stand.useProfile(folder);
  const foyer = await stand.start();
  await fillInbox(stand, foyer);
  const othersGoOn = await watchOthers(stand, foyer, 'ann', 'bob');
  const before = await holdingsOf(foyer);
  await how.begin();
  await goOnRefused(stand, foyer);
  await expect(inboxTrouble(foyer)).toContainText(how.inboxSays);
  const endMs = performance.now();
  await how.end();
  await entryWith(foyer.shell, 'come meanwhile');
  await expect(inboxTrouble(foyer)).toHaveCount(0);
  await expect.poll(() => keptOf(folder), { timeout: 20_000 }).toBe(false);
  await expect(notice(foyer)).toBeHidden();
  const tookMs = performance.now() - endMs;
  await othersGoOn();
  await command(foyer.shell, 'service.set-enabled', { serviceId: 'cat', enabled: true });
  return {
    seen: `“Your last change could not be saved”, and in the inbox why; what came is there when it works again (${Math.ceil(tookMs / 1000)} s)`,
    recoverMs: [],
    lost: lostOf(before, await holdingsOf(foyer)),
  };
}

const full: Fault = {
  id: 'disk-full',
  title: 'the disk is full, and then is not',
  group: 'disk',
  cost: 'nightly',
  needs: 'root',
  timeoutMs: 120_000,
  run: async (stand) => {
    const disk = await smallDisk(64);
    try {
      return await refuse(stand, disk.folder, {
        begin: disk.fill,
        end: disk.clear,
        inboxSays: /The disk is full/,
      });
    } finally {
      await stand.leaveProfile();
      await disk.stop();
    }
  },
};

const gone: Fault = {
  id: 'disk-gone',
  title: 'the folder is gone, and comes back',
  group: 'disk',
  cost: 'nightly',
  needs: 'root',
  timeoutMs: 120_000,
  run: async (stand) => {
    const disk = await smallDisk(64);
    const folder = join(disk.folder, 'profile');
    await mkdir(folder);
    const away = join(disk.folder, 'away');
    try {
      return await refuse(stand, folder, {
        begin: async () => {
          await rename(folder, away);
          // Else Chromium makes it anew, and the app writes all it knows there.
          await writeFile(folder, '');
        },
        end: async () => {
          await rm(folder);
          await rename(away, folder);
        },
        inboxSays: /./,
      });
    } finally {
      await stand.leaveProfile();
      await disk.stop();
    }
  },
};

const readOnly: Fault = {
  id: 'disk-read-only',
  title: 'the disk has errors and becomes read-only for good',
  group: 'disk',
  cost: 'nightly',
  needs: 'root',
  timeoutMs: 120_000,
  run: async (stand) => {
    const disk = await failingDisk(96);
    try {
      await stand.useProfile(disk.folder);
      const foyer = await stand.start();
      await fillInbox(stand, foyer);
      const othersGoOn = await watchOthers(stand, foyer, 'ann', 'bob');
      const before = await holdingsOf(foyer);
      await disk.fail();
      await goOnRefused(stand, foyer);
      await expect(inboxTrouble(foyer)).toBeVisible();
      await othersGoOn('on the desktop');
      await command(foyer.shell, 'service.set-enabled', { serviceId: 'cat', enabled: true });
      expect(await countOf(foyer.shell, {})).toBeGreaterThanOrEqual(before.entries.size);
      return {
        seen: '“Your last change could not be saved”, and in the inbox that it is read-only; what was there can be read',
        recoverMs: [],
        lost: lostOf(before, await holdingsOf(foyer)),
      };
    } finally {
      await stand.leaveProfile();
      await disk.stop();
    }
  },
};

/** What a tired disk takes for each synchronisation. */
const SLOW_MS = 1_000;
/** Longest that main may stand still because of it. */
const PAUSE_MAX_MS = 250;

const slow: Fault = {
  id: 'disk-slow',
  title: `the disk takes ${SLOW_MS} ms for each synchronisation`,
  group: 'disk',
  cost: 'nightly',
  needs: 'root',
  timeoutMs: 120_000,
  run: async (stand) => {
    const foyer = await stand.start();
    await fillInbox(stand, foyer);
    const othersGoOn = await watchOthers(stand, foyer, 'ann', 'bob');
    const before = await holdingsOf(foyer);
    const pids = [foyer.app.process().pid, await pidOf(foyer, 'inbox')];
    const undo = pids.map((pid) => slowDown(pid ?? 0, SLOW_MS));
    try {
      const lateness = await watchLateness(foyer);
      await turnOff(foyer);
      await expect.poll(() => keptOf(stand.profile()), { timeout: 20_000 }).toBe(false);
      await tell(stand, 'bob', 'come slowly');
      await entryWith(foyer.shell, 'come slowly');
      expect(await lateness()).toBeLessThan(PAUSE_MAX_MS);
      await expect(notice(foyer)).toBeHidden();
      await othersGoOn();
    } finally {
      for (const step of undo) await step();
    }
    await command(foyer.shell, 'service.set-enabled', { serviceId: 'cat', enabled: true });
    const after = await holdingsOf(foyer);
    expect((await readdir(stand.profile())).filter((name) => /broken/.test(name))).toEqual([]);
    return {
      seen: 'nothing; what is changed is kept a little later',
      recoverMs: [],
      lost: lostOf(before, after),
    };
  },
};

export const diskFaults: readonly Fault[] = [full, gone, readOnly, slow];

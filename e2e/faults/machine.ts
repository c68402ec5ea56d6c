import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { onBar } from '../support/bar.js';
import { startAlone, type RunningAlone } from '../support/electron-launch.js';
import type { Foyer } from '../support/foyer.js';
import { entryWith } from '../support/inbox.js';
import type { Fault } from './fault.js';
import { holdingsOf, lostOf } from './holdings.js';
import { fillInbox, show, type Stand, tell, watchOthers } from './stand.js';

const DAY_MS = 86_400_000;
const jumps = { 'a day ahead': 1, 'a day back': -1, 'a year ahead': 365, 'a year back': -365 } as const;

/** Sets main's clock, and with it all that main goes by, that many days from the machine's. */
const setClock = ({ app }: Foyer, days: number): Promise<void> =>
  app.evaluate(({ powerMonitor }, byMs) => {
    const kept = globalThis as { realNow?: () => number };
    const real = (kept.realNow ??= Date.now);
    Date.now = () => real() + byMs;
    // It is looked at by then, as within a minute at the latest.
    powerMonitor.emit('resume');
  }, days * DAY_MS);

const clock: Fault = {
  id: 'clock-jumps',
  title: 'the clock that main goes by jumps by a day and by a year, ahead and back',
  group: 'machine',
  cost: 'nightly',
  timeoutMs: 90_000,
  run: async (stand) => {
    const foyer = await stand.start();
    await fillInbox(stand, foyer);
    await onBar(foyer.shell, 'Focus is off').click();
    await foyer.shell.getByRole('menuitem', { name: 'Focus until you end it' }).click();
    const othersGoOn = await watchOthers(stand, foyer, 'ann', 'bob');
    const before = await holdingsOf(foyer);
    for (const [what, days] of Object.entries(jumps)) {
      await setClock(foyer, days);
      await othersGoOn();
      await tell(stand, 'cat', `after ${what}`);
      await entryWith(foyer.shell, `after ${what}`);
      await expect(onBar(foyer.shell, 'Focus until you end it')).toBeVisible();
      expect(lostOf(before, await holdingsOf(foyer))).toBe(0);
    }
    const lost = lostOf(before, await holdingsOf(foyer));
    expect(foyer.log()).not.toMatch(/\[foyer\] bug/);
    await stand.quit();
    return {
      seen: 'other times beside messages; what lasts “until you end it” lasts, nothing of the inbox is taken for old',
      recoverMs: [],
      lost,
      tries: Object.keys(jumps).length,
    };
  },
};

const ASLEEP_MS = 5_000;

const suspend: Fault = {
  id: 'suspend-resume',
  title: 'the machine sleeps and wakes: all processes stand still meanwhile',
  group: 'machine',
  cost: 'nightly',
  run: async (stand) => {
    const foyer = await stand.foyer();
    await show(foyer, 'ann');
    const othersGoOn = await watchOthers(stand, foyer, 'ann', 'bob');
    const before = await holdingsOf(foyer);
    const pids = await foyer.app.evaluate(({ app, powerMonitor }) => {
      powerMonitor.emit('suspend');
      return app.getAppMetrics().map(({ pid }) => pid);
    });
    // Main last, so that it sees nobody stop.
    const others = pids.filter((pid) => pid !== foyer.app.process().pid);
    const all = [...others, foyer.app.process().pid ?? 0];
    for (const pid of all) process.kill(pid, 'SIGSTOP');
    await pause(ASLEEP_MS);
    const wokenMs = performance.now();
    for (const pid of all.toReversed()) process.kill(pid, 'SIGCONT');
    await foyer.app.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'));
    await tell(stand, 'cat', 'after waking');
    await entryWith(foyer.shell, 'after waking');
    const recoverMs = performance.now() - wokenMs;
    await othersGoOn();
    return { seen: 'all as it was', recoverMs: [recoverMs], lost: lostOf(before, await holdingsOf(foyer)) };
  },
};

/** Starts the app on the stand's profile as a person does. */
const startPlain = (stand: Stand): RunningAlone =>
  startAlone({ env: stand.desktop.env, profile: stand.profile() });

const twoCopies: Fault = {
  id: 'two-copies',
  title: 'a second copy is started, then two at once',
  group: 'machine',
  cost: 'nightly',
  timeoutMs: 120_000,
  run: async (stand) => {
    const foyer = await stand.start();
    await fillInbox(stand, foyer);
    await stand.desktop.tray.nextTray(() => true);
    const othersGoOn = await watchOthers(stand, foyer, 'ann', 'bob');
    const before = await holdingsOf(foyer);
    await foyer.app.evaluate(({ BaseWindow }) => BaseWindow.getAllWindows()[0]?.hide());
    const startedMs = performance.now();
    expect(await startPlain(stand).ended).toBe(0);
    await expect
      .poll(() => foyer.app.evaluate(({ BaseWindow }) => BaseWindow.getAllWindows()[0]?.isVisible()))
      .toBe(true);
    const recoverMs = performance.now() - startedMs;
    await othersGoOn();
    await stand.quit();

    const two = [startPlain(stand), startPlain(stand)];
    const first = await Promise.race(two.map(({ ended }, index) => ended.then((code) => ({ code, index }))));
    expect(first.code).toBe(0);
    const other = two[1 - first.index];
    await expect
      .poll(() => ['ann', 'bob', 'cat'].map(stand.web.isHeardBy), { timeout: 20_000 })
      .toEqual([true, true, true]);
    other?.kill();
    await other?.ended;
    const { foyer: again } = await stand.again();
    expect((await readdir(stand.profile())).filter((name) => /broken|from-version/.test(name))).toEqual([]);
    return {
      seen: 'the window of the one that runs comes to the front',
      recoverMs: [recoverMs],
      lost: lostOf(before, await holdingsOf(again)),
      tries: 2,
    };
  },
};

const run = promisify(execFile);
const zoneOf = ({ app }: Foyer) => app.evaluate(() => new Intl.DateTimeFormat().resolvedOptions().timeZone);

const timeZone: Fault = {
  id: 'time-zone',
  title: 'the machine’s time zone changes while a schedule waits',
  group: 'machine',
  cost: 'nightly',
  // Mounts of its own, so that nobody else is moved.
  needs: 'own-network',
  run: async (stand) => {
    const foyer = await stand.start();
    await fillInbox(stand, foyer);
    const othersGoOn = await watchOthers(stand, foyer, 'ann', 'bob');
    const before = await holdingsOf(foyer);
    const folder = await mkdtemp(join(tmpdir(), 'foyer-etc-'));
    await run('cp', ['-a', '/etc/.', folder]);
    await run('mount', ['--bind', folder, '/etc']);
    try {
      await run('ln', ['-sfn', '/usr/share/zoneinfo/Pacific/Auckland', '/etc/localtime']);
      // As at the end of a flight: the machine wakes somewhere else.
      await foyer.app.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'));
      await expect.poll(() => zoneOf(foyer)).toBe('Pacific/Auckland');
      await othersGoOn();
      return { seen: 'times of the new place', recoverMs: [], lost: lostOf(before, await holdingsOf(foyer)) };
    } finally {
      await run('umount', ['--lazy', '/etc']);
      await stand.quit();
      await rm(folder, { recursive: true });
    }
  },
};

const LANGUAGES = ['de', 'ar', 'ja', 'en-US'] as const;

const language: Fault = {
  id: 'language',
  title: 'the language of the machine is another at each start',
  group: 'machine',
  cost: 'nightly',
  timeoutMs: 120_000,
  run: async (stand) => {
    const first = await stand.start();
    await fillInbox(stand, first);
    const before = await holdingsOf(first);
    const recoverMs: number[] = [];
    for (const one of LANGUAGES) {
      const { foyer, tookMs } = await stand.again({ args: [`--lang=${one}`] });
      recoverMs.push(tookMs);
      expect(await foyer.shell.evaluate(() => document.documentElement.lang)).toBe(one.split('-')[0]);
      expect(lostOf(before, await holdingsOf(foyer))).toBe(0);
    }
    return { seen: 'the words of that language', recoverMs: [], lost: 0, tries: LANGUAGES.length };
  },
};

export const machineFaults: readonly Fault[] = [clock, suspend, twoCopies, timeZone, language];

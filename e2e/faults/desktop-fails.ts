import { expect } from '@playwright/test';
import { onBar, openSettings } from '../support/bar.js';
import type { Foyer } from '../support/foyer.js';
import { startHungDaemon } from '../support/hung-daemon.js';
import { entryWith } from '../support/inbox.js';
import { watchLateness } from '../support/lateness.js';
import { startDesktop } from '../support/desktop.js';
import { hasOwner } from '../support/desktop-bus.js';
import type { Fault } from './fault.js';
import { holdingsOf, lostOf } from './holdings.js';
import { fillInbox, type Stand, startStand, tell, watchOthers } from './stand.js';

const shown = (stand: Stand, text: string) =>
  stand.desktop.findNotification(({ title }) => title.startsWith(text));

const daemonRestarted: Fault = {
  id: 'daemon-restarted',
  title: 'the notification daemon is gone for a while, then another one is there',
  group: 'desktop',
  cost: 'nightly',
  run: async (stand) => {
    const foyer = await stand.start();
    const othersGoOn = await watchOthers(stand, foyer, 'ann', 'bob');
    const before = await holdingsOf(foyer);
    await stand.desktop.daemon.halt();
    await tell(stand, 'cat', 'while nobody shows it');
    await entryWith(foyer.shell, 'while nobody shows it');
    await expect(onBar(foyer.shell, 'Cat')).toHaveAccessibleName(/unread/);
    await stand.desktop.daemon.resume();
    const startMs = performance.now();
    await tell(stand, 'cat', 'shown again');
    await shown(stand, 'shown again');
    const recoverMs = performance.now() - startMs;
    await othersGoOn();
    return {
      seen: 'nothing on the desktop meanwhile; counts and inbox have all of it',
      recoverMs: [recoverMs],
      lost: lostOf(before, await holdingsOf(foyer)),
    };
  },
};

/** Longest that main may keep anybody waiting for a daemon that hangs. */
const HUNG_PAUSE_MAX_MS = 250;

const daemonHung: Fault = {
  id: 'daemon-hung',
  title: 'the notification daemon never answers',
  group: 'desktop',
  cost: 'nightly',
  run: async (stand) => {
    const foyer = await stand.start();
    const othersGoOn = await watchOthers(stand, foyer, 'ann', 'bob');
    const before = await holdingsOf(foyer);
    await stand.desktop.daemon.halt();
    const hung = await startHungDaemon(stand.desktop.busAddress);
    try {
      const lateness = await watchLateness(foyer);
      for (let index = 0; index < 10; index += 1) await tell(stand, 'cat', `unanswered ${index}`);
      await entryWith(foyer.shell, 'unanswered 9');
      await expect.poll(() => hung.calls().length).toBeGreaterThan(0);
      await othersGoOn();
      expect(await lateness()).toBeLessThan(HUNG_PAUSE_MAX_MS);
    } finally {
      hung.stop();
      // The next one ends where it finds the name taken.
      await expect.poll(() => hasOwner(stand.desktop.bus, 'org.freedesktop.Notifications')).toBe(false);
      await stand.desktop.daemon.resume();
    }
    const startMs = performance.now();
    await tell(stand, 'cat', 'answered again');
    await shown(stand, 'answered again');
    return {
      seen: 'nothing on the desktop meanwhile; nothing waits for it, counts and inbox have all of it',
      recoverMs: [performance.now() - startMs],
      lost: lostOf(before, await holdingsOf(foyer)),
    };
  },
};

const isVisible = ({ app }: Foyer) =>
  app.evaluate(({ BaseWindow }) => BaseWindow.getAllWindows()[0]?.isVisible());

const trayRestarted: Fault = {
  id: 'tray-restarted',
  title: 'the host of the tray is restarted, then gone while the window is hidden',
  group: 'desktop',
  cost: 'nightly',
  run: async (stand) => {
    const foyer = await stand.start();
    await fillInbox(stand, foyer, 1);
    const othersGoOn = await watchOthers(stand, foyer, 'ann', 'bob');
    const before = await holdingsOf(foyer);
    const { tray } = stand.desktop;
    await tray.nextTray(() => true);
    await foyer.app.evaluate(({ BaseWindow }) => BaseWindow.getAllWindows()[0]?.close());
    await expect.poll(() => isVisible(foyer)).toBe(false);
    tray.stop();
    const restartedMs = performance.now();
    await tray.start();
    await tray.nextTray(({ tooltip }) => tooltip.title.startsWith('Foyer'));
    const recoverMs = performance.now() - restartedMs;
    expect(await isVisible(foyer)).toBe(false);
    tray.stop();
    try {
      // Without a tray there is no other way to it.
      await expect.poll(() => isVisible(foyer), { timeout: 15_000 }).toBe(true);
      await openSettings(foyer.shell);
      await expect(
        foyer.shell.getByText('This desktop has no tray, so closing the window ends Foyer.'),
      ).toBeVisible();
    } finally {
      await tray.start();
    }
    await othersGoOn();
    return {
      seen: 'its icon comes back; where no tray comes back, a hidden window shows itself',
      recoverMs: [recoverMs],
      lost: lostOf(before, await holdingsOf(foyer)),
    };
  },
};

const BUS = {
  name: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
};

const busGone: Fault = {
  id: 'session-bus-gone',
  title: 'the session bus is killed, and with it the desktop’s session',
  group: 'desktop',
  cost: 'nightly',
  timeoutMs: 90_000,
  run: async () => {
    // It cannot be brought back at its address, so the desktop is one of its own.
    const stand = await startStand();
    const next = await startDesktop();
    try {
      const foyer = await stand.start();
      await fillInbox(stand, foyer);
      const before = await holdingsOf(foyer);
      await expect.poll(async () => (await stand.kept()).services).toHaveLength(3);
      const [pid] = await stand.desktop.bus.call(BUS, 'GetConnectionUnixProcessID', 's', [BUS.name]);
      const ended = foyer.app.waitForEvent('close');
      process.kill(Number(pid), 'SIGKILL');
      // Chromium sees to that: without its bus a session is over.
      await ended;
      stand.forget();
      const { foyer: again, tookMs } = await stand.again({ env: next.env });
      expect(tookMs).toBeLessThan(5_000);
      await tell(stand, 'cat', 'in the next session');
      await next.findNotification(({ title }) => title.startsWith('in the next session'));
      const lost = lostOf(before, await holdingsOf(again));
      return { seen: 'the app ends with its session; in the next one all is as it was', recoverMs: [], lost };
    } finally {
      await stand.stop();
      await next.stop();
    }
  },
};

const SMALL = { width: 900, height: 700 } as const;

const displayGone: Fault = {
  id: 'display-gone',
  title: 'the display is pulled, and the next one is smaller',
  group: 'desktop',
  cost: 'nightly',
  timeoutMs: 90_000,
  run: async () => {
    const stand = await startStand();
    const smaller = await startDesktop({ size: `${SMALL.width}x${SMALL.height}` });
    try {
      const foyer = await stand.start();
      await fillInbox(stand, foyer);
      await foyer.app.evaluate(({ BaseWindow }) =>
        BaseWindow.getAllWindows()[0]?.setBounds({ x: 1000, y: 500, width: 560, height: 460 }),
      );
      const before = await holdingsOf(foyer);
      await expect.poll(async () => (await stand.kept()).window.bounds?.x).toBe(1000);
      const ended = foyer.app.waitForEvent('close');
      await stand.desktop.pull();
      await ended;
      stand.forget();
      const { foyer: next, tookMs } = await stand.again({ env: smaller.env });
      const bounds = await next.app.evaluate(({ BaseWindow }) => BaseWindow.getAllWindows()[0]?.getBounds());
      expect((bounds?.x ?? 0) + (bounds?.width ?? 0)).toBeLessThanOrEqual(SMALL.width);
      expect((bounds?.y ?? 0) + (bounds?.height ?? 0)).toBeLessThanOrEqual(SMALL.height);
      const lost = lostOf(before, await holdingsOf(next));
      expect(tookMs).toBeLessThan(5_000);
      return {
        seen: 'the app ends with its display; at the next start the window is on the one there is',
        recoverMs: [],
        lost,
      };
    } finally {
      await stand.stop();
      await smaller.stop();
    }
  },
};

export const desktopFaults: readonly Fault[] = [
  daemonRestarted,
  daemonHung,
  trayRestarted,
  busGone,
  displayGone,
];

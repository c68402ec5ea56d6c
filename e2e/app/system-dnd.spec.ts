import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { aState } from '../../electron/core/fixtures.test-support';
import { readSetting } from '../../electron/main/effects/system-dnd/read-setting';
import { startSystemDnd } from '../../electron/main/effects/system-dnd/start-system-dnd';
import { createSessionBus } from '../../electron/main/session-bus/session-bus';
import { createAppStore, type AppStore, type Stop } from '../../electron/main/store/app-store';
import { startProcess, waitUntilReady } from '../servers/lib/process.js';
import { hasOwner } from '../support/desktop-bus.js';
import { type Desktop, startDesktop } from '../support/desktop.js';
import { startFakeDaemon } from '../support/fake-daemon.js';
import { startHungDaemon } from '../support/hung-daemon.js';

const run = promisify(execFile);
const DCONF_SERVICE = '/usr/libexec/dconf-service';

let desktop: Desktop;
let store: AppStore;
let stop: Stop;

test.beforeEach(async () => {
  desktop = await startDesktop({ isDisplayShared: true, hasTray: false });
  store = createAppStore(aState(), (error) => {
    throw error;
  });
  const bus = createSessionBus({ address: desktop.busAddress, load: () => import('dbus-next') });
  const stopFollowing = startSystemDnd(store, {
    bus,
    readSetting: (schema, key) => readSetting(schema, key, desktop.env),
  });
  stop = () => {
    stopFollowing();
    bus.close();
  };
});

test.afterEach(async () => {
  stop();
  await desktop.stop();
});

const dnd = () => store.getState().session.systemDnd;
const pause = (isPaused: boolean) => run('dunstctl', ['set-paused', String(isPaused)], { env: desktop.env });

test('D41 D42 dunst: paused and resumed, ended, back again', async () => {
  await expect.poll(dnd).toBe('off');
  await pause(true);
  await expect.poll(dnd).toBe('on');
  await pause(false);
  await expect.poll(dnd).toBe('off');
  await pause(true);
  await expect.poll(dnd).toBe('on');
  await desktop.daemon.halt();
  await expect.poll(dnd).toBe('unknown');
  const hung = await startHungDaemon(desktop.busAddress);
  await expect.poll(() => hung.calls()).toContain('GetServerInformation');
  expect(dnd()).toBe('unknown');
  hung.stop();
  await desktop.daemon.resume();
  await expect.poll(dnd).toBe('off');
  await pause(true);
  await expect.poll(dnd).toBe('on');
});

test('D41 D43 GNOME’s setting: real dconf and gsettings, the shell played by a stand-in', async () => {
  const isThere = (await readSetting('org.gnome.desktop.notifications', 'show-banners')) !== undefined;
  test.skip(!isThere || !existsSync(DCONF_SERVICE), 'dconf, gsettings or the schema is not installed');
  const dconf = startProcess(DCONF_SERVICE, [], { name: 'dconf-service', env: desktop.env });
  await waitUntilReady(dconf, () => hasOwner(desktop.bus, 'ca.desrt.dconf'));
  await desktop.daemon.halt();
  await expect.poll(dnd).toBe('unknown');
  const shell = await startFakeDaemon(desktop.busAddress, 'gnome-shell');
  await expect.poll(dnd).toBe('off');
  const setting = ['org.gnome.desktop.notifications', 'show-banners'];
  const env = { ...desktop.env, GSETTINGS_BACKEND: 'dconf' };
  await run('gsettings', ['set', ...setting, 'false'], { env });
  await expect.poll(dnd).toBe('on');
  await run('gsettings', ['reset', ...setting], { env });
  await expect.poll(dnd).toBe('off');
  shell.stop();
  await expect.poll(dnd).toBe('unknown');
  await dconf.stop();
});

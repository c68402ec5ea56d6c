import { join } from 'node:path';
import { startProcess, waitUntilReady } from '../servers/lib/process.js';
import { type BusConnection, hasOwner } from './desktop-bus.js';

/** Has Electron use it: Playwright would have it use none, and the desktop that the tray needs would have it ask for KDE's. */
export const USE_KEY_RING = join(import.meta.dirname, 'use-key-ring.cjs');

const SERVICE = {
  name: 'org.freedesktop.secrets',
  path: '/org/freedesktop/secrets',
  interface: 'org.freedesktop.Secret.Service',
};

/** Starts GNOME's key ring on that session bus, opened as signing in to a desktop opens it; gives back what ends it. */
export async function startKeyRing(
  bus: BusConnection,
  env: Readonly<Record<string, string>>,
): Promise<() => Promise<void>> {
  const args = ['--foreground', '--components=secrets', '--unlock'];
  const running = startProcess('/usr/bin/gnome-keyring-daemon', args, {
    name: 'gnome-keyring-daemon',
    env,
    input: 'password of the person',
  });
  await waitUntilReady(running, async () => {
    if (!(await hasOwner(bus, SERVICE.name))) return false;
    const [path] = await bus.call(SERVICE, 'ReadAlias', 's', ['default']);
    return path !== '/';
  });
  return () => running.stop();
}

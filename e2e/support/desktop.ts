import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createFolder, removeFolder } from '../servers/lib/managed.js';
import { type BusConnection, connectBus, startBus } from './desktop-bus.js';
import { type Display, startDisplay } from './desktop-display.js';
import { startBusMonitor } from './desktop-monitor.js';
import { type Dunst, startDunst } from './dunst.js';
import { startKeyRing, USE_KEY_RING } from './key-ring.js';
import { createLauncher, LAUNCHER_RULE, type Launcher } from './launcher.js';
import { createTrayWatcher, type TrayWatcher } from './tray-watcher.js';

export interface DesktopOptions {
  /** Use the display we are on rather than one of its own. */
  readonly isDisplayShared?: boolean;
  /** Whether a tray is there from the start; it is when left out. */
  readonly hasTray?: boolean;
  /** Whether there is a key ring, that is open; there is none when left out. */
  readonly hasKeyRing?: boolean;
  /** Width x height of its own display; 1600x1000 when left out. */
  readonly size?: string;
}

export interface Desktop extends Omit<Dunst, 'halt' | 'resume'> {
  /** The whole environment for an app that is to live on this desktop. */
  readonly env: Readonly<Record<string, string>>;
  /** Scripts that Electron is to load before an app that is to find all that this desktop has. */
  readonly scripts: readonly string[];
  readonly busAddress: string;
  readonly displayName: string;
  /** A connection of the tests' own to the session bus. */
  readonly bus: BusConnection;
  readonly tray: TrayWatcher;
  readonly launcher: Launcher;
  /** The notification daemon as a process: take it away and bring it back. */
  readonly daemon: Pick<Dunst, 'halt' | 'resume'>;
  /** Saves a picture of the whole display as PNG. */
  screenshot(file: string): Promise<void>;
  /** Ends the display at once, as when its cable is pulled; what is on it ends, too. */
  pull(): Promise<void>;
  stop(): Promise<void>;
}

const NOTIFICATION_RULES = [
  "type='method_call',interface='org.freedesktop.Notifications',member='Notify'",
  "type='signal',interface='org.freedesktop.Notifications'",
  "type='method_return'",
  "type='error'",
];

/** A real Linux desktop as far as an app can tell: session bus, notification daemon, tray, launcher, display. */
export async function startDesktop(options: DesktopOptions = {}): Promise<Desktop> {
  const folder = await createFolder('desktop');
  const undo: (() => unknown)[] = [() => removeFolder(folder)];
  const stop = async () => {
    for (const step of undo.splice(0).toReversed()) await step();
  };
  try {
    return await build(folder, options, undo, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function build(
  folder: string,
  options: DesktopOptions,
  undo: (() => unknown)[],
  stop: () => Promise<void>,
): Promise<Desktop> {
  const shared = options.isDisplayShared ? process.env['DISPLAY'] : undefined;
  const display: Display = shared
    ? { name: shared, stop: async () => undefined }
    : await startDisplay(options.size);
  undo.push(() => display.stop());
  const { address, process: daemon } = await startBus(folder);
  undo.push(() => daemon.stop());
  const env = await environment(folder, address, display.name);
  const bus = await connectBus(address);
  undo.push(() => bus.close());
  const dunst = await startDunst(folder, bus, env);
  undo.push(() => dunst.halt());
  const launcher = createLauncher();
  const monitor = await startBusMonitor(
    address,
    [...NOTIFICATION_RULES, LAUNCHER_RULE],
    (message, receivedAtMs) => {
      dunst.hear(message, receivedAtMs);
      launcher.hear(message, receivedAtMs);
    },
  );
  undo.push(() => monitor.stop());
  const tray = createTrayWatcher(address);
  undo.push(() => tray.stop());
  if (options.hasTray ?? true) await tray.start();
  if (options.hasKeyRing ?? false) undo.push(await startKeyRing(bus, env));
  return {
    ...dunst,
    env,
    scripts: options.hasKeyRing ? [USE_KEY_RING] : [],
    busAddress: address,
    displayName: display.name,
    bus,
    tray,
    launcher,
    daemon: { halt: () => dunst.halt(), resume: () => dunst.resume() },
    screenshot: async (file) => {
      await promisify(execFile)('/usr/bin/import', ['-window', 'root', file], { env });
    },
    pull: () => display.stop('SIGKILL'),
    stop,
  };
}

async function environment(folder: string, address: string, displayName: string) {
  const inFolder = async (name: string, mode: number) => {
    await mkdir(join(folder, name), { mode });
    return join(folder, name);
  };
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && !/^(WAYLAND_DISPLAY|XDG_|DBUS_)/.test(entry[0]),
  );
  return {
    ...Object.fromEntries(inherited),
    DISPLAY: displayName,
    DBUS_SESSION_BUS_ADDRESS: address,
    XDG_CURRENT_DESKTOP: 'KDE', // makes Electron use StatusNotifier for its tray
    XDG_SESSION_TYPE: 'x11',
    XDG_RUNTIME_DIR: await inFolder('runtime', 0o700),
    XDG_CONFIG_HOME: await inFolder('config', 0o755),
    XDG_CACHE_HOME: await inFolder('cache', 0o755),
    XDG_DATA_HOME: await inFolder('data', 0o755),
    NO_AT_BRIDGE: '1',
  };
}

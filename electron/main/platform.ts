import { homedir, release, tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, systemPreferences } from 'electron/main';
import type { SystemLanguages } from '../core/decide/decide-language';
import { toArguments } from '../core/outside/read-command';
import { SAFE_MODE, toRestart, type RestartOptions } from '../core/decide/to-restart';
import type { PeerPlaces } from '../core/import/peer-folders';

/** The systems Foyer runs on. */
export type Platform = 'darwin' | 'linux' | 'win32';

/** What the rest of the app may know of the machine and of how it was started. */
export interface PlatformFacts {
  readonly platform: Platform;
  readonly osRelease: string;
  readonly isDev: boolean;
  /** Address of the dev server of the shell's page; only in `npm run dev`. */
  readonly devServerUrl: string | undefined;
  readonly startHidden: boolean;
  /** The system started it with the session; only macOS says so, which hands on no arguments then. */
  readonly wasOpenedAtLogin: boolean;
  /** What of the command line is meant for Foyer; empty where nothing is asked. */
  readonly given: readonly string[];
  /** Started without what the person made for pages: own styles and scripts, forced dark. */
  readonly isSafeMode: boolean;
  /** How the app is started anew; `isSafeMode` as it shall be then. */
  readonly restartWith: (isSafeMode: boolean) => RestartOptions;
  /** Where the system gives out its keys through a portal alone. */
  readonly isWayland: boolean;
  readonly sessionBusAddress: string | undefined;
  readonly desktopFileName: string;
  /** What starts Foyer: the AppImage where it is one. */
  readonly program: string;
  /** A folder of this user alone, for what lives as long as their session. */
  readonly runtimeFolder: string | undefined;
  /** The binary of the inbox's engine: beside the packaged app, else as npm put it. */
  readonly engineFile: string;
}

/** Reads the process once: the only reader of `process.platform`, `argv` and `env`. */
export function readPlatform(): PlatformFacts {
  const { platform, argv, env } = process;
  return {
    platform: platform === 'darwin' || platform === 'win32' ? platform : 'linux',
    osRelease: release(),
    isDev: !app.isPackaged,
    devServerUrl: app.isPackaged ? undefined : env['ELECTRON_RENDERER_URL'],
    startHidden: argv.includes('--hidden'),
    wasOpenedAtLogin: platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin,
    given: toArguments(argv),
    isSafeMode: argv.includes(SAFE_MODE),
    restartWith: (isSafeMode) => toRestart({ argv, appImage: env['APPIMAGE'] }, isSafeMode),
    isWayland: platform === 'linux' && env['XDG_SESSION_TYPE'] === 'wayland',
    sessionBusAddress: env['DBUS_SESSION_BUS_ADDRESS'],
    desktopFileName: 'foyer.desktop',
    program: env['APPIMAGE'] ?? process.execPath,
    runtimeFolder: platform === 'darwin' ? tmpdir() : env['XDG_RUNTIME_DIR'],
    engineFile: app.isPackaged
      ? join(process.resourcesPath, 'libsql.node')
      : join(app.getAppPath(), 'node_modules/@libsql', toEnginePackage(platform, process.arch), 'index.node'),
  };
}

/** Has the engine look at the machine's time zone anew: in main it knows the one of the start, wherever one has travelled since. */
export function rereadTimeZone(): void {
  const { TZ } = process.env;
  // Either makes it look.
  if (TZ === undefined) delete process.env['TZ'];
  else process.env['TZ'] = TZ;
}

/** Asks what the system says of languages, regions and clocks; it says so once the app is ready. */
export function readSystemLanguages({ platform }: Pick<PlatformFacts, 'platform'>): SystemLanguages {
  // Only macOS keeps the clock apart from the region where it can be asked.
  const isForced = (hours: 12 | 24): boolean =>
    platform === 'darwin' && systemPreferences.getUserDefault(`AppleICUForce${hours}HourTime`, 'boolean');
  return {
    // Chromium's own comes first: it knows `--lang`, and is there where the system names none.
    preferred: [app.getLocale(), ...app.getPreferredSystemLanguages()],
    region: timeLocale(platform) ?? app.getSystemLocale(),
    hourCycle: isForced(24) ? 'h23' : isForced(12) ? 'h12' : undefined,
  };
}

/** Reads what says where other apps keep what is theirs. */
export function readPeerPlaces(): PeerPlaces {
  const { platform, env } = process;
  const known = platform === 'darwin' || platform === 'win32' ? platform : 'linux';
  return { platform: known, home: homedir(), env };
}

/** Linux has customs of time apart from the language, of which Electron does not know. */
const timeLocale = (platform: Platform): string | undefined =>
  platform === 'linux' ? process.env['LC_ALL'] || process.env['LC_TIME'] || undefined : undefined;

/** The package with the engine's binary for a system; Electron itself knows only the GNU kind of Linux. */
const toEnginePackage = (platform: string, arch: string): string =>
  `${platform}-${arch}${platform === 'linux' ? '-gnu' : platform === 'win32' ? '-msvc' : ''}`;

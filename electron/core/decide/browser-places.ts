import type { PeerPlaces } from '../import/peer-folders';
import type { Browser } from '../model/browser';

/** What a browser is called on each system. */
interface BrowserNames {
  /** Programs, the better one first; those of Flatpak last. */
  readonly linux: readonly string[];
  readonly darwin: string | undefined;
  /** Below the folders of programs. */
  readonly win32: string | undefined;
}

const names: Readonly<Record<Browser, BrowserNames>> = {
  firefox: {
    linux: ['firefox', 'firefox-esr', 'org.mozilla.firefox'],
    darwin: 'Firefox.app',
    win32: 'Mozilla Firefox\\firefox.exe',
  },
  chrome: {
    linux: ['google-chrome-stable', 'google-chrome', 'com.google.Chrome'],
    darwin: 'Google Chrome.app',
    win32: 'Google\\Chrome\\Application\\chrome.exe',
  },
  chromium: {
    linux: ['chromium', 'chromium-browser', 'org.chromium.Chromium'],
    darwin: 'Chromium.app',
    win32: 'Chromium\\Application\\chrome.exe',
  },
  edge: {
    linux: ['microsoft-edge-stable', 'microsoft-edge', 'com.microsoft.Edge'],
    darwin: 'Microsoft Edge.app',
    win32: 'Microsoft\\Edge\\Application\\msedge.exe',
  },
  brave: {
    linux: ['brave-browser', 'brave', 'com.brave.Browser'],
    darwin: 'Brave Browser.app',
    win32: 'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
  },
  vivaldi: {
    linux: ['vivaldi-stable', 'vivaldi', 'com.vivaldi.Vivaldi'],
    darwin: 'Vivaldi.app',
    win32: 'Vivaldi\\Application\\vivaldi.exe',
  },
  opera: {
    linux: ['opera', 'com.opera.Opera'],
    darwin: 'Opera.app',
    win32: 'Programs\\Opera\\opera.exe',
  },
  librewolf: {
    linux: ['librewolf', 'io.gitlab.librewolf-community'],
    darwin: 'LibreWolf.app',
    win32: 'LibreWolf\\librewolf.exe',
  },
  safari: { linux: [], darwin: 'Safari.app', win32: undefined },
};

/** Gives where a browser may be on this machine, the likelier place first; each a whole path. */
export function toBrowserPlaces(browser: Browser, { platform, home, env }: PeerPlaces): readonly string[] {
  const name = names[browser];
  switch (platform) {
    case 'darwin':
      return name.darwin === undefined
        ? []
        : ['/Applications', `${home}/Applications`].map((folder) => `${folder}/${name.darwin}`);
    case 'win32':
      return name.win32 === undefined
        ? []
        : ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((folder) => {
            const path = env[folder];
            return path === undefined || path === '' ? [] : [`${path}\\${name.win32}`];
          });
    case 'linux': {
      const named = (env['PATH'] ?? '').split(':').filter((folder) => folder.startsWith('/'));
      const folders = [
        ...named,
        '/snap/bin',
        '/var/lib/flatpak/exports/bin',
        `${home}/.local/share/flatpak/exports/bin`,
      ];
      return name.linux.flatMap((program) => folders.map((folder) => `${folder}/${program}`));
    }
  }
}

/** Gives how a program that is a browser opens an address of the web, which begins with http and so is never an option. */
export const toLaunch = (
  platform: PeerPlaces['platform'],
  program: string,
  address: string,
): { readonly file: string; readonly args: readonly string[] } =>
  platform === 'darwin'
    ? { file: '/usr/bin/open', args: ['-a', program, address] }
    : { file: program, args: [address] };

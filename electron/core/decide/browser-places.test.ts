import { describe, expect, it } from 'vitest';
import { browsers } from '../model/browser';
import { toBrowserPlaces, toLaunch } from './browser-places';

const machines = {
  linux: { platform: 'linux', home: '/home/m', env: { PATH: '/usr/bin:relative:/opt/bin' } },
  darwin: { platform: 'darwin', home: '/Users/m', env: {} },
  win32: {
    platform: 'win32',
    home: 'C:\\Users\\m',
    env: { ProgramFiles: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\m\\AppData\\Local' },
  },
} as const;

describe('B68 a browser is looked for where each system has it', () => {
  it.each([
    ['linux', 'firefox', '/usr/bin/firefox'],
    ['linux', 'firefox', '/snap/bin/firefox'],
    ['linux', 'brave', '/home/m/.local/share/flatpak/exports/bin/com.brave.Browser'],
    ['darwin', 'safari', '/Applications/Safari.app'],
    ['darwin', 'chrome', '/Users/m/Applications/Google Chrome.app'],
    ['win32', 'edge', 'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe'],
    ['win32', 'opera', 'C:\\Users\\m\\AppData\\Local\\Programs\\Opera\\opera.exe'],
  ] as const)('%s: %s at %s', (platform, browser, place) => {
    expect(toBrowserPlaces(browser, machines[platform])).toContain(place);
  });

  it.each(['linux', 'darwin', 'win32'] as const)('by whole paths alone on %s', (platform) => {
    const all = browsers.flatMap((browser) => toBrowserPlaces(browser, machines[platform]));
    expect(all.filter((path) => !/^(?:\/|[A-Z]:\\)/.test(path))).toEqual([]);
  });

  it('is nowhere where a system has none', () => {
    expect(toBrowserPlaces('safari', machines.linux)).toEqual([]);
    expect(toBrowserPlaces('safari', machines.win32)).toEqual([]);
    expect(toBrowserPlaces('firefox', { ...machines.win32, env: {} })).toEqual([]);
  });

  it('is started with the address as one argument', () => {
    expect(toLaunch('darwin', '/Applications/Safari.app', 'https://a.test/')).toEqual({
      file: '/usr/bin/open',
      args: ['-a', '/Applications/Safari.app', 'https://a.test/'],
    });
    expect(toLaunch('linux', '/usr/bin/firefox', 'https://a.test/')).toEqual({
      file: '/usr/bin/firefox',
      args: ['https://a.test/'],
    });
  });
});

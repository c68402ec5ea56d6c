import { expect, it } from 'vitest';
import { toPeerFolders, type PeerPlaces } from './peer-folders';

const foldersOf = (app: string, places: PeerPlaces): readonly string[] =>
  toPeerFolders(places).flatMap((peer) => (peer.app === app ? [peer.folder] : []));

it.each<[string, PeerPlaces, readonly string[]]>([
  [
    'ferdium',
    { platform: 'linux', home: '/home/ann', env: {} },
    [
      '/home/ann/.config/Ferdium',
      '/home/ann/.var/app/org.ferdium.Ferdium/config/Ferdium',
      '/home/ann/snap/ferdium/current/.config/Ferdium',
    ],
  ],
  [
    'franz',
    { platform: 'linux', home: '/home/ann', env: { XDG_CONFIG_HOME: '/cfg' } },
    [
      '/cfg/Franz',
      '/home/ann/.var/app/com.meetfranz.Franz/config/Franz',
      '/home/ann/snap/franz/current/.config/Franz',
    ],
  ],
  [
    'ferdi',
    { platform: 'darwin', home: '/Users/ann', env: {} },
    ['/Users/ann/Library/Application Support/Ferdi'],
  ],
  [
    'rambox',
    { platform: 'win32', home: 'C:\\Users\\ann', env: { APPDATA: 'D:\\Roaming' } },
    ['D:\\Roaming\\Rambox'],
  ],
  [
    'hamsket',
    { platform: 'win32', home: 'C:\\Users\\ann', env: {} },
    ['C:\\Users\\ann\\AppData\\Roaming\\hamsket'],
  ],
  [
    'ferdium',
    { platform: 'win32', home: 'C:\\Users\\ann', env: { FERDIUM_APPDATA_DIR: 'E:\\F', APPDATA: '' } },
    ['E:\\F', 'C:\\Users\\ann\\AppData\\Roaming\\Ferdium'],
  ],
])('E9 %s is looked for where the system keeps it: %j', (app, places, folders) => {
  expect(foldersOf(app, places)).toEqual(folders);
});

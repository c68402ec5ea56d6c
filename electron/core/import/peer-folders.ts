/** Apps whose folder may be on this machine. */
export type PeerApp = 'ferdium' | 'ferdi' | 'franz' | 'rambox' | 'hamsket';

/** What of the machine says where other apps are, and keep their things. */
export interface PeerPlaces {
  readonly platform: 'darwin' | 'linux' | 'win32';
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Where an app may keep its things. */
export interface PeerFolder {
  readonly app: PeerApp;
  readonly folder: string;
}

/** The folders' own names, and those of the ways in which Linux packs apps. */
const apps: readonly {
  readonly app: PeerApp;
  readonly name: string;
  readonly flatpak?: string;
  readonly snap: string;
}[] = [
  { app: 'ferdium', name: 'Ferdium', flatpak: 'org.ferdium.Ferdium', snap: 'ferdium' },
  { app: 'ferdi', name: 'Ferdi', flatpak: 'com.getferdi.Ferdi', snap: 'ferdi' },
  { app: 'franz', name: 'Franz', flatpak: 'com.meetfranz.Franz', snap: 'franz' },
  { app: 'rambox', name: 'Rambox', snap: 'rambox' },
  { app: 'hamsket', name: 'hamsket', snap: 'hamsket' },
];

/** Gives every folder where Ferdium, Ferdi, Franz, Rambox CE or Hamsket may keep what is theirs, the likeliest first. */
export function toPeerFolders({ platform, home, env }: PeerPlaces): readonly PeerFolder[] {
  const join = (...parts: readonly string[]): string => parts.join(platform === 'win32' ? '\\' : '/');
  const set = (name: string): string | undefined => env[name] || undefined;
  const named = set('FERDIUM_APPDATA_DIR');
  const own: readonly PeerFolder[] = named === undefined ? [] : [{ app: 'ferdium', folder: named }];
  const usual = apps.flatMap(({ app, name, flatpak, snap }): readonly PeerFolder[] => {
    if (platform === 'darwin') return [{ app, folder: join(home, 'Library', 'Application Support', name) }];
    if (platform === 'win32') {
      return [{ app, folder: join(set('APPDATA') ?? join(home, 'AppData', 'Roaming'), name) }];
    }
    const folders = [
      join(set('XDG_CONFIG_HOME') ?? join(home, '.config'), name),
      ...(flatpak === undefined ? [] : [join(home, '.var', 'app', flatpak, 'config', name)]),
      join(home, 'snap', snap, 'current', '.config', name),
    ];
    return folders.map((folder) => ({ app, folder }));
  });
  return [...own, ...usual];
}

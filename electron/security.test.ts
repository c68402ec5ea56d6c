import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

interface SourceFile {
  readonly name: string;
  readonly text: string;
}

const read = (folder: string, ending: RegExp): readonly SourceFile[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => {
      const name = `${folder}/${file.replaceAll('\\', '/')}`;
      return { name, text: readFileSync(join(root, name), 'utf8') };
    });

const source = [...read('electron', /\.ts$/), ...read('renderer', /\.tsx?$/)].filter(
  ({ name }) => !/\.test(?:-support)?\.tsx?$|^electron\/fuzz\//.test(name),
);
const namesOf = (fits: RegExp): readonly string[] =>
  source.filter(({ text }) => fits.test(text)).map(({ name }) => name);

describe('what no source may say', () => {
  it.each<[string, RegExp]>([
    ['Node in a page', /nodeIntegration(?:InWorker)?: true/],
    ['one world for page and preload', /contextIsolation: false/],
    ['no sandbox', /sandbox: false/],
    ['no web security', /webSecurity: false/],
    ['scripts over an open line', /allowRunningInsecureContent: true/],
    ['what Chromium has switched off', /experimentalFeatures: true|enableBlinkFeatures/],
    ['a web view', /webviewTag: true|<webview|allowpopups/],
    ['a page from the disk', /loadFile\(|['"`]file:\/\//],
    ['the remote module', /@electron\/remote|enableRemoteModule/],
    ['text made into code', /\beval\(|new Function\(|dangerouslySetInnerHTML|\.innerHTML\s*=/],
    ['warnings switched off', /ELECTRON_DISABLE_SECURITY_WARNINGS/],
    [
      'a switch that takes a wall down',
      /appendSwitch\(\s*['"](?:no-sandbox|disable-web-security|ignore-cert)/,
    ],
  ])('W45 %s', (_what, words) => {
    expect(namesOf(words)).toEqual([]);
  });
});

it('W45 pages are made where their walls are given, and nowhere else', () => {
  expect(namesOf(/new (?:WebContentsView|BrowserView|BrowserWindow)\(/)).toEqual([
    'electron/main/security/guest-window.ts',
    'electron/main/views/service-views.ts',
    'electron/main/windows/own-lines.ts',
    'electron/main/windows/shell-window.ts',
  ]);
  expect(namesOf(/action: 'allow'/)).toEqual(['electron/main/security/navigation-guard.ts']);
  const textOf = (file: string) => source.find(({ name }) => name === `electron/main/${file}`)?.text ?? '';
  expect(textOf('views/service-views.ts').match(/webPreferences: (?!pagePreferences\()/)).toBe(null);
  expect(textOf('views/service-views.ts')).toContain('webPreferences: pagePreferences(');
  expect(textOf('security/guest-window.ts')).toContain('pagePreferences(own, preloadFile');
  // Where links of others lead has nothing of the service's, and is granted nothing.
  expect(textOf('security/guest-window.ts')).toContain('denyPermissions(own);');
  for (const file of ['windows/own-lines.ts', 'windows/shell-window.ts'])
    expect(textOf(file)).toContain('webPreferences: shellPreferences(');
  for (const file of ['views/page-preferences.ts', 'windows/shell-preferences.ts']) {
    const text = textOf(file);
    for (const wall of [
      'sandbox: true',
      'contextIsolation: true',
      'nodeIntegration: false',
      'webviewTag: false',
    ])
      expect(text).toContain(wall);
  }
});

it('W45 one file opens things outside', () => {
  expect(namesOf(/\.openExternal\((?!\w+\.url\)|url\)|address[,)]|what\.address\))/)).toEqual([
    'electron/main/security/open-external.ts',
  ]);
  expect(namesOf(/systemShell|\bshell as\b/)).toEqual(['electron/main/index.ts']);
  expect(namesOf(/\.openPath\b|\.showItemInFolder\(/)).toEqual([
    'electron/main/index.ts',
    'electron/main/security/open-file.ts',
  ]);
  expect(namesOf(/\bwriteShortcutLink\(/)).toEqual([]);
});

it('W45 Electron is pinned to one version', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  expect(devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/);
});

it('W47 every explanation of a finding gives its reason, and its file is there', () => {
  const file = join(root, 'scripts/electronegativity/explained.json');
  const all = JSON.parse(readFileSync(file, 'utf8')) as readonly {
    readonly file: string;
    readonly why: string;
  }[];
  expect(all.length).toBeGreaterThan(0);
  for (const one of all) {
    expect(one.why.length).toBeGreaterThan(40);
    expect(existsSync(join(root, one.file))).toBe(true);
  }
});

describe('docs/security.md', () => {
  const page = readFileSync(join(root, 'docs/security.md'), 'utf8');
  const rules = new Set(
    read('docs/spec', /\.md$/).flatMap(({ text }) =>
      [...text.matchAll(/^(?:- \*\*|\| )([A-Z]\d+)(?:\*\*|–| )/gm)].map(([, id = '']) => id),
    ),
  );
  const specs = read('e2e/app', /\.spec\.ts$/).filter(({ text }) => text.includes('support/attack.js'));
  const played = new Set(
    specs.flatMap(({ text }) => [...text.matchAll(/'([a-z]+(?:-[a-z]+)*)'/g)].map(([, id = '']) => id)),
  );
  const rows = page
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[ -]+\|[ -]+\||Held by/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));

  it('W45 names for every promise a rule or an attack, each of which there is', () => {
    expect(rows.length).toBeGreaterThan(35);
    for (const row of rows) {
      const [what = '', heldBy = ''] = [row[1], row.at(-2)];
      const named = heldBy.split(' ').filter((one) => one !== '');
      expect(named, what).not.toEqual([]);
      for (const one of named) {
        const attack = /^`(.+)`$/.exec(one)?.[1];
        expect(attack === undefined ? rules.has(one) : played.has(attack), `${one} of “${what}”`).toBe(true);
      }
    }
  });

  it('W45 leaves out no attack that is played, and no attack is played twice', () => {
    const ids = specs.flatMap(({ text }) =>
      [...text.matchAll(/attack\(([^)]*)\)/g)].flatMap(([, list = '']) =>
        [...list.matchAll(/'([^']+)'/g)].map(([, id = '']) => id),
      ),
    );
    expect(ids.length).toBeGreaterThan(40);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids.filter((id) => !page.includes(`\`${id}\``))).toEqual([]);
  });
});

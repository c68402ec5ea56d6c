import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { createFolder, removeFolder } from '../servers/lib/managed.js';
import { type RunningProcess, startProcess, waitUntilReady } from '../servers/lib/process.js';
import { type Desktop, startDesktop } from '../support/desktop.js';
import { sandboxArgs } from '../support/electron-launch.js';

test.describe.configure({ mode: 'serial' });

/** How the wire spells a fuse's state. */
const ENABLED = '1'.charCodeAt(0);
const DISABLED = '0'.charCodeAt(0);
const rootFolder = dirname(dirname(import.meta.dirname));

let executable: string;
let desktop: Desktop;
let profile: string;

test.beforeAll(async () => {
  test.setTimeout(180_000); // packaging copies a whole Electron
  const args = [join(rootFolder, 'scripts', 'package.mjs'), '--if-stale'];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: rootFolder });
  executable = stdout.trim();
  [desktop, profile] = await Promise.all([startDesktop(), createFolder('packaged')]);
});

test.afterAll(async () => {
  await desktop?.stop();
  if (profile) await removeFolder(profile);
});

test('the package holds the bundled app and nothing else', () => {
  const resources = join(dirname(executable), 'resources');
  const files = listPackage(join(resources, 'app.asar'), { isPack: false });
  expect(files).toEqual(expect.arrayContaining(['/package.json', '/out/main/index.js']));
  expect(files.filter((file) => /node_modules|\.map$|\.ts$|\.foyer-stamp$/.test(file))).toEqual([]);
  expect(existsSync(join(resources, 'default_app.asar'))).toBe(false);
});

test('I19 the engine of the inbox lies beside the asar, and is the one for this system', () => {
  const resources = join(dirname(executable), 'resources');
  const files = listPackage(join(resources, 'app.asar'), { isPack: false });
  expect(files).toContain('/out/main/inbox-process.js');
  const engine: unknown = createRequire(import.meta.url)(join(resources, 'libsql.node'));
  expect(engine).toHaveProperty('databaseOpen');
});

test('W213 W214 the package lists what is in it, and has the licences of all of it', async () => {
  const resources = join(dirname(executable), 'resources');
  const sbom = JSON.parse(await readFile(join(resources, 'sbom.cdx.json'), 'utf8')) as {
    readonly bomFormat: string;
    readonly components: readonly {
      readonly group?: string;
      readonly name: string;
      readonly licenses: unknown;
      readonly externalReferences?: readonly { readonly hashes?: unknown }[];
    }[];
  };
  const names = sbom.components.map(({ group, name }) => (group === undefined ? name : `${group}/${name}`));
  expect(sbom.bomFormat).toBe('CycloneDX');
  expect(names).toEqual(expect.arrayContaining(['electron', 'react', 'zod', 'ws', 'dbus-next', 'libsql']));
  expect(names.filter((name) => name.startsWith('@libsql/'))).toHaveLength(1);
  const unsure = sbom.components.filter(({ externalReferences = [] }) =>
    externalReferences.every(({ hashes }) => hashes === undefined),
  );
  // Electron is no package of npm's when it runs.
  expect(unsure.map(({ name }) => name)).toEqual(['electron']);
  expect(names.filter((name) => /^(?:vitest|typescript|foyer|oxlint|electron-builder)$/.test(name))).toEqual(
    [],
  );
  expect(sbom.components.filter(({ licenses }) => licenses === undefined)).toEqual([]);
  const files = listPackage(join(resources, 'app.asar'), { isPack: false });
  expect(files).toEqual(
    expect.arrayContaining(
      ['main', 'preload', 'renderer'].map((part) => expect.stringContaining(`/out/${part}/shipped-`)),
    ),
  );
  expect(existsSync(join(dirname(executable), 'LICENSES.chromium.html'))).toBe(true);
});

test('W46 its fuses are flipped', async () => {
  const wire = await getCurrentFuseWire(executable);
  const on = [
    FuseV1Options.EnableCookieEncryption,
    FuseV1Options.OnlyLoadAppFromAsar,
    FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  ];
  const off = [
    FuseV1Options.RunAsNode,
    FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    FuseV1Options.EnableNodeCliInspectArguments,
    FuseV1Options.GrantFileProtocolExtraPrivileges,
  ];
  expect(on.map((fuse) => wire[fuse])).toEqual(on.map(() => ENABLED));
  expect(off.map((fuse) => wire[fuse])).toEqual(off.map(() => DISABLED));
});

test('W46 it starts, greets, cannot be inspected or used as Node, and a second start leaves it running', async () => {
  const app = start(['--remote-debugging-port=0', '--inspect=0']);
  let browser: Browser | undefined;
  try {
    const address = () => /DevTools listening on ws:\/\/([^/]+)/.exec(app.output())?.[1];
    // Playwright never gets through to a page that has not begun to load.
    await waitUntilReady(app, async () => hasShellPage(address()));
    browser = await chromium.connectOverCDP(`http://${address()}`);
    const page = shellPage(browser);
    await expect(page.getByRole('heading', { name: 'Add your first service' })).toBeVisible();
    await expect(page.getByLabel('Search services')).toBeVisible();
    expect(await page.evaluate(() => ['require', 'process'].filter((name) => name in globalThis))).toEqual(
      [],
    );
    expect(app.output()).not.toContain('Debugger listening');

    const second = start(['-p', '"ran as Node"'], { ELECTRON_RUN_AS_NODE: '1' });
    expect(await second.exited).toBe('code 0');
    expect(second.output()).not.toContain('ran as Node');
    expect(app.hasExited()).toBe(false);
    await expect(page.getByRole('heading', { name: 'Add your first service' })).toBeVisible();
  } finally {
    await browser?.close();
    await app.stop();
  }
  expect(await app.exited).toBe('code 0');
});

function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): RunningProcess {
  const all = [...sandboxArgs, `--user-data-dir=${profile}`, '--password-store=basic', ...args];
  return startProcess(executable, all, { name: 'Foyer', env: { ...desktop.env, ...env } });
}

const isShell = (page: { readonly url: string }) => page.url.startsWith('app:');

async function hasShellPage(address: string | undefined): Promise<boolean> {
  if (address === undefined) return false;
  const answer = await fetch(`http://${address}/json/list`);
  const pages = (await answer.json()) as readonly { readonly url: string }[];
  return pages.some(isShell);
}

/** The shell's own page; the service views, of which there are none yet, would be others. */
function shellPage(browser: Browser): Page {
  const pages = browser.contexts().flatMap((context) => context.pages());
  const page = pages.find((candidate) => isShell({ url: candidate.url() }));
  if (!page) throw new Error(`The shell is not among ${pages.map((other) => other.url()).join(', ')}`);
  return page;
}

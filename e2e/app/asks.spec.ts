import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { attack } from '../support/attack.js';
import { noticeIn } from '../support/bar.js';
import { startStage, type Stage } from '../servers/web/stage.js';
import { basicAuth } from '../servers/web/web-server.js';

// What a service may ask of the person, and where its links lead.
let folder: string;
let stage: Stage;
let links: Page;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-downloads-'));
  stage = await startStage({
    services: (web) => ({
      links: `${web.own}/links.html`,
      locked: `${web.own}/locked`,
      vault: `${web.own}/vault`,
    }),
    routes: {
      '/locked': basicAuth('The lobby', 'alice', 'right'),
      '/vault': basicAuth('The vault', 'alice', 'right'),
      '/file': (_request, response) =>
        response
          .writeHead(200, { 'content-disposition': 'attachment; filename="..%2f..\\\\etc\\\\pass?wd.txt"' })
          .end('of the server'),
      '/bill': (_request, response) =>
        response
          .writeHead(200, { 'content-disposition': 'attachment; filename="bill.pdf.exe"' })
          .end('MZ, or so it says'),
    },
    settings: { downloads: { kind: 'folder', folder } },
    args: ['--use-fake-device-for-media-stream'],
  });
  links = await stage.page('links.html');
});

test.afterAll(async () => {
  await stage?.stop();
  await rm(folder, { recursive: true, force: true });
});

test.beforeEach(async () => {
  await stage.command('service.activate', { serviceId: 'links' });
});

const sheet = (name: RegExp) => stage.foyer.shell.getByRole('dialog', { name });
/** Clicks as a hand does. Playwright's own click would wait for a navigation that is refused. */
async function hit(...targets: readonly Locator[]): Promise<void> {
  const boxes = await Promise.all(targets.map((one) => one.boundingBox()));
  for (const [index, box] of boxes.entries()) {
    if (box === null) throw new Error(`nothing to click: ${index}`);
    await targets[index]?.page().mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  }
}
const press = (...names: readonly string[]) =>
  hit(...names.map((name) => links.getByRole('button', { name, exact: true })));
const grants = async () =>
  (await stage.service('links')).permissions.map(({ origin, permission, decision }) => [
    origin,
    permission,
    decision,
  ]);

/** Presses a button of the page and gives what the page says in the end. */
async function asking(name: string, from: string, answer: () => Promise<void>): Promise<string> {
  const after = stage.web.reports.items.length;
  await press(name);
  await answer();
  return (await stage.web.reports.find((one) => one.from === from, { after })).what;
}
const answering = (title: RegExp, button: string) => async () => {
  await expect(sheet(title)).toBeVisible();
  await sheet(title).getByRole('button', { name: button, exact: true }).click();
  await expect(sheet(title)).toBeHidden();
};
const unasked = async () => expect(sheet(/./)).toHaveCount(0);

test('a question left open is asked again, an allowed one is not, and a revoked one is', async () => {
  const title = /Links would like to use your camera/;
  expect(await asking('Ask camera', 'links', answering(title, 'Not now'))).toBe('no camera: NotAllowedError');
  expect(await grants()).toEqual([]);
  expect(await asking('Ask camera', 'links', answering(title, 'Allow'))).toBe('camera');
  expect(await grants()).toEqual([[stage.web.own, 'camera', 'allow']]);
  expect(await asking('Ask camera', 'links', unasked)).toBe('camera');

  await stage.foyer.shell.getByRole('button', { name: 'Settings' }).first().click();
  await stage.foyer.shell
    .locator('summary')
    .filter({ hasText: /^Links/ })
    .click();
  await stage.foyer.shell.getByRole('button', { name: /Forget the answer on Camera for http/ }).click();
  await expect.poll(grants).toEqual([]);
  await stage.command('service.activate', { serviceId: 'links' });
  expect(await asking('Ask camera', 'links', answering(title, 'Do not allow'))).toBe(
    'no camera: NotAllowedError',
  );
  expect(await grants()).toEqual([[stage.web.own, 'camera', 'deny']]);
  expect(await asking('Ask camera', 'links', unasked)).toBe('no camera: NotAllowedError');
});

test('the place of the person is asked for, and refused it stays unknown', async () => {
  const what = await asking(
    'Ask where',
    'links',
    answering(/Links would like to know where you are/, 'Do not allow'),
  );
  expect(what).toMatch(/^no position/);
  expect(await asking('Ask where', 'links', unasked)).toMatch(/^no position/);
});

test('a frame of another origin is asked for under its own name, and its answer is its own', async () => {
  const frame = asking('Ask in a frame', 'frame', async () => {
    await expect(sheet(/Links would like to use your camera/)).toContainText(`Asked by ${stage.web.foreign}`);
    await answering(/use your camera/, 'Allow')();
  });
  expect(await frame).toBe('camera');
  expect(await grants()).toContainEqual([stage.web.foreign, 'camera', 'allow']);
  expect(await grants()).toContainEqual([stage.web.own, 'camera', 'deny']);
});

async function signIn(title: RegExp, password: string): Promise<void> {
  await sheet(title).getByRole('textbox', { name: 'User name' }).fill('alice');
  await sheet(title).getByLabel('Password', { exact: true }).fill(password);
  await sheet(title).getByRole('button', { name: 'Sign in', exact: true }).click();
}

test('a server that wants a password gets it from a sheet: wrong is said, right lets in', async () => {
  await stage.command('service.activate', { serviceId: 'locked' });
  const title = /Sign in to 127\.0\.0\.1/;
  await expect(sheet(title)).toContainText('It says: The lobby');
  await signIn(title, 'wrong');
  await expect(sheet(title)).toContainText('That did not work');
  await signIn(title, 'right');
  await expect(sheet(title)).toBeHidden();
  await expect.poll(async () => (await stage.service('locked')).title).toBe('Inside');
});

test('cancelled, what the server shows to strangers is shown', async () => {
  await stage.command('service.activate', { serviceId: 'vault' });
  await expect(sheet(/Sign in to/)).toContainText('The vault');
  await sheet(/Sign in to/)
    .getByRole('button', { name: 'Cancel' })
    .click();
  await expect.poll(async () => (await stage.service('vault')).title).toBe('Outside');
});

test(
  'downloads go to the folder, under a plain name, and overwrite nothing',
  attack('path-in-a-name', 'overwrite-a-file'),
  async () => {
    const files = async () => (await readdir(folder)).toSorted();
    await links.getByRole('link', { name: 'File' }).click();
    await expect(noticeIn(stage.foyer.shell, /was downloaded/)).toBeVisible();
    const [name = ''] = await files();
    expect(name).toMatch(/^[\w.% -]+\.txt$/);
    expect(name).not.toMatch(/^\./);
    await writeFile(join(folder, name), 'mine');
    await links.getByRole('link', { name: 'File' }).click();
    await expect.poll(async () => (await files()).length).toBe(2);
    expect(await readFile(join(folder, name), 'utf8')).toBe('mine');
  },
);

test(
  'W30 W31 a download cannot run, says where it came from, and a program in disguise is named',
  attack('program-in-disguise'),
  async () => {
    const after = (await readdir(folder)).length;
    await links.evaluate(() => {
      const link = document.createElement('a');
      link.href = '/bill?token=secret';
      document.body.append(link);
      link.click();
    });
    await expect(
      noticeIn(stage.foyer.shell, /bill\.pdf\.exe was downloaded\. It is no pdf file/),
    ).toBeVisible();
    expect((await readdir(folder)).length).toBe(after + 1);
    const file = join(folder, 'bill.pdf.exe');
    expect((await stat(file)).mode & 0o111).toBe(0);
    const { stdout } = await promisify(execFile)('gio', ['info', '-a', 'xattr::*', file]);
    expect(stdout).toContain(`xattr::xdg.origin.url: ${stage.web.own}/bill\n`);
    expect(stdout).toContain(`xattr::xdg.referrer.url: ${stage.web.own}/links.html\n`);
    expect(await stage.takeOpened()).toEqual([]);
  },
);

test(
  'a link within the site opens a sealed window in the same partition, and it is guarded too',
  attack('window-without-walls'),
  async () => {
    const after = stage.web.reports.items.length;
    await press('Own window');
    const { what } = await stage.web.reports.find((one) => one.from === 'child', { after });
    expect(what).toBe('mark=of-the-service undefined,undefined,undefined,undefined');
    const walls = await stage.foyer.app.evaluate(({ BrowserWindow, session }) => {
      const [window] = BrowserWindow.getAllWindows();
      const preferences = Reflect.get(window?.webContents ?? {}, 'getLastWebPreferences');
      return {
        isSamePartition: window?.webContents.session === session.fromPartition('persist:service-links'),
        preferences:
          typeof preferences === 'function' ? (preferences.call(window?.webContents) as object) : {},
      };
    });
    expect(walls.isSamePartition).toBe(true);
    expect(walls.preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
    });
    const child = await stage.page('child.html');
    await hit(child.getByRole('link', { name: 'Other scheme' }));
    await expect.poll(() => stage.foyer.log()).toMatch(/refused: navigation: scheme x1 of links/);
    await expect(noticeIn(stage.foyer.shell, /open a link of the kind “vscode”/)).toBeVisible();
    expect(child.url()).toBe(`${stage.web.own}/child.html`);
    expect(await stage.takeOpened()).toEqual([]);
    await child.close();
  },
);

test('a sign-in window elsewhere can tell its page that it is done, and closes', async () => {
  const after = stage.web.reports.items.length;
  await press('Sign in');
  const signInPage = await stage.page('sign-in.html');
  // It may be closed before Playwright has heard that the click was made; that it was, its page says.
  await signInPage.click('#done').catch(() => undefined);
  const { what } = await stage.web.reports.find((one) => one.from === 'links', { after });
  expect(what).toBe(`${stage.web.foreign} said signed in`);
  await expect.poll(stage.childCount).toBe(0);
});

// The last: Playwright takes the page to be on its way from here on.
test('links to elsewhere and mail leave for the system’s programs, and the page stays', async () => {
  await press('Elsewhere in a tab', 'Elsewhere here', 'Mail');
  const elsewhere = `${stage.web.foreign}/calm.html`;
  await expect.poll(stage.opened).toEqual([elsewhere, elsewhere, 'mailto:someone@example.invalid']);
  expect(links.url()).toBe(`${stage.web.own}/links.html`);
  expect(await stage.childCount()).toBe(0);
});

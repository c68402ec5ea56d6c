import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { BusyReason } from '../../electron/core/model/sleep.js';
import { startStage, type Stage } from '../servers/web/stage.js';
import { createSleepScene, deskColour } from '../support/sleep-scene.js';

test.describe.configure({ mode: 'serial' });

const scene = createSleepScene();
let stage: Stage;
let folder: string;
let desk: Page;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-sleep-'));
  stage = await startStage({
    routes: scene.routes,
    services: (web) => ({ desk: `${web.own}/desk`, front: `${web.own}/calm.html?name=front` }),
    settings: { downloads: { kind: 'folder', folder } },
    args: ['--autoplay-policy=no-user-gesture-required'],
  });
  desk = await stage.page('/desk');
});

test.afterAll(async () => {
  await stage.stop();
  await rm(folder, { recursive: true, force: true });
});

const busy = async (): Promise<readonly BusyReason[]> => (await stage.service('desk')).busy;
const loadKind = async (): Promise<string> => (await stage.service('desk')).load.kind;
const show = (serviceId: string) => stage.command('service.activate', { serviceId });

test('Z23 Z24 what was typed and not sent is known, of frames of any origin, and no search or password', async () => {
  await desk.locator('#search').pressSequentially('cat');
  await desk.locator('#find').pressSequentially('cat');
  await desk.locator('#secret').pressSequentially('cat');
  // The page's own doing is nobody's draft.
  await desk.locator('#rich').evaluate((field) => {
    field.textContent = 'Hint';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  expect(await busy()).toEqual([]);
  for (const place of [desk, desk.frameLocator('#own'), desk.frameLocator('#foreign')]) {
    const box = place.locator('#box');
    await box.pressSequentially('Hello');
    await expect.poll(busy).toEqual(['draft']);
    await box.press('Enter');
    await expect.poll(busy).toEqual([]);
  }
  const rich = desk.locator('#rich');
  await rich.press('End');
  await rich.pressSequentially(' Hi');
  await expect.poll(busy).toEqual(['draft']);
  for (const _letter of ' Hi') await rich.press('Backspace');
  await expect.poll(busy).toEqual([]);
  await desk.frameLocator('#foreign').locator('#box').pressSequentially('Gone with its frame');
  await expect.poll(busy).toEqual(['draft']);
  await desk.locator('#foreign').evaluate((frame) => frame.setAttribute('src', 'about:blank'));
  await expect.poll(busy).toEqual([]);
});

test('Z22 a file that is being sent is known until it is, and no page that waits for news', async () => {
  const file = join(folder, 'picture.bin');
  await writeFile(file, Buffer.alloc(300_000));
  await desk.locator('#file').setInputFiles(file);
  scene.hold('upload');
  const send = (path: string, hasFile: boolean) =>
    desk.evaluate(
      ([where, isFile]) => {
        const [given] = (document.querySelector('#file') as HTMLInputElement).files ?? [];
        void fetch(where, { method: 'POST', body: (isFile && given) || '{"since":7}' });
      },
      [path, hasFile] as const,
    );
  await send('/poll', false);
  await stage.web.requests.find((path) => path === '/poll');
  expect(await busy()).toEqual([]);
  await send('/upload', true);
  await expect.poll(busy).toEqual(['upload']);
  scene.go('upload');
  await expect.poll(busy).toEqual([]);
});

test('Z25 a download is known until it is there', async () => {
  scene.hold('file');
  await desk.locator('#download').dispatchEvent('click');
  await expect.poll(busy).toEqual(['download']);
  scene.go('file');
  await expect.poll(busy).toEqual([]);
  expect(await readFile(join(folder, 'notes.bin'), 'utf8')).toBe('beginend');
});

test('Z21 a page that is heard plays, until it has another document', async () => {
  await desk.evaluate(() => (globalThis as unknown as { readonly play: () => void }).play());
  await expect.poll(busy, { timeout: 10_000 }).toEqual(['media']);
  await desk.reload();
  await expect.poll(busy).toEqual([]);
});

test('Z26 a page that asks not to be left stays, without a word, and is asked again once it was looked at', async () => {
  const set = (isUnsaved: boolean) =>
    desk.evaluate((value) => Reflect.set(globalThis, 'isUnsaved', value), isUnsaved);
  await set(true);
  await show('front');
  await stage.command('service.sleep', { serviceId: 'desk' });
  await expect.poll(busy).toEqual(['unsaved']);
  expect(await loadKind()).toBe('ready');
  await show('desk');
  await set(false);
  await show('front');
  await expect.poll(busy).toEqual([]);
});

test('Z41 Z44 what was seen last stands in for a page that is on its way', async () => {
  await stage.command('service.sleep', { serviceId: 'desk' });
  await expect.poll(loadKind).toBe('asleep');
  scene.hold('page');
  await show('desk');
  const picture = stage.foyer.shell.getByAltText('Desk, as you last saw it');
  await expect(picture).toBeVisible();
  await expect(stage.foyer.shell.getByText('Waking Desk')).toBeVisible();
  expect(await loadKind()).toBe('loading');
  const seen = await picture.evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    const { naturalWidth, naturalHeight } = image;
    const canvas = new OffscreenCanvas(naturalWidth, naturalHeight);
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const at = context?.getImageData(naturalWidth - 20, naturalHeight - 20, 1, 1).data;
    const { width, height } = image.getBoundingClientRect();
    return { size: [naturalWidth, naturalHeight], box: [width, height], colour: [...(at ?? [])].slice(0, 3) };
  });
  expect(seen.size).toEqual(seen.box);
  for (const [index, part] of deskColour.entries())
    expect(Math.abs((seen.colour[index] ?? 0) - part)).toBeLessThan(12);
  scene.go('page');
  await expect(picture).toBeHidden();
  desk = await stage.page('/desk');
  // What is typed goes to the page, as if it had been there all the time.
  await expect(desk.locator('#box')).toBeVisible();
  expect(await stage.service('desk')).toMatchObject({ load: { kind: 'ready' }, stillVersion: 0 });
});

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startStage, type Stage } from '../servers/web/stage.js';

// Services that share a storage, on real pages: two on one origin, one on another.
test.describe.configure({ mode: 'serial' });

const room = `<!doctype html><title>Room</title><script>
const ready = navigator.serviceWorker.register('/room-worker.js').then(() => navigator.serviceWorker.ready);
globalThis.post = async (text) => (await ready).active.postMessage(text);
</script>`;
const worker = `
oninstall = () => skipWaiting();
onactivate = (event) => event.waitUntil(clients.claim());
onmessage = ({ data }) => registration.showNotification('By a worker', { body: data });`;

let stage: Stage;
test.beforeAll(async () => {
  stage = await startStage({
    services: (web) => ({
      one: `${web.own}/room?name=one`,
      two: `${web.own}/room?name=two`,
      three: `${web.foreign}/room?name=three`,
    }),
    routes: {
      '/room': (_request, response) => void response.setHeader('content-type', 'text/html').end(room),
      '/room-worker.js': (_request, response) =>
        void response.setHeader('content-type', 'text/javascript').end(worker),
    },
  });
  for (const id of ['one', 'two', 'three']) await page(id);
});
test.afterAll(async () => stage?.stop());

const page = (id: string) => stage.page(`name=${id}`);
const signInWith = (serviceId: string, withId: string | null) =>
  stage.command('service.sign-in-with', { serviceId, withId });
/** `undefined` while one page gives way to the next. */
const keptIn = async (id: string) =>
  (await page(id))
    .evaluate(() => ({ cookie: document.cookie, user: localStorage.getItem('user') }))
    .catch(() => undefined);
const signIn = async (id: string, user = id) =>
  (await page(id)).evaluate((name) => {
    document.cookie = `user=${name}; max-age=9999`;
    localStorage.setItem('user', name);
  }, user);
const of = (user: string) => ({ cookie: `user=${user}`, user });
const nobody = { cookie: '', user: null };
const say = async (id: string, text: string) =>
  (await page(id)).evaluate(
    (said) => (Reflect.get(globalThis, 'post') as (text: string) => Promise<void>)(said),
    text,
  );
const current = () => stage.foyer.shell.locator('[data-service-id][aria-current="page"]');

test('R38 apart each has what it stored itself, on one origin and on two', async () => {
  await signIn('one');
  expect(await keptIn('one')).toEqual(of('one'));
  expect(await keptIn('two')).toEqual(nobody);
  await signIn('three');
});

test('R38 R42 in the settings, after what it means was said, it signs in together, and what is stored in one is seen in the other', async () => {
  const { shell } = stage.foyer;
  await stage.command('page.show', { page: 'settings' });
  await shell.getByRole('textbox', { name: 'Search settings' }).fill('Two');
  await shell.locator('.service-settings summary', { hasText: 'Two' }).click();
  const choice = shell.getByRole('combobox', { name: 'Signs in together with' });
  await choice.selectOption('One');
  const dialog = shell.getByRole('dialog', { name: 'Let Two sign in together with One?' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(choice).toHaveValue('two');
  expect(await keptIn('two')).toEqual(nobody);
  await choice.selectOption('One');
  await dialog.getByRole('button', { name: 'Sign in together' }).click();
  await expect.poll(() => keptIn('two')).toEqual(of('one'));
  await expect(choice).toHaveValue('one');
  await signIn('two', 'ann');
  expect(await keptIn('one')).toEqual(of('ann'));
  await stage.command('service.activate', { serviceId: 'one' });
});

test('R39 counts and notifications of pages are of the service whose page it is', async () => {
  await (await page('two')).evaluate(() => navigator.setAppBadge(3));
  await expect.poll(async () => (await stage.service('two')).unread.direct).toBe(3);
  expect((await stage.service('one')).unread).toEqual({ direct: 'unknown', indirect: false });
  const arriving = stage.desktop.nextNotification((one) => one.body.includes('by a page'));
  await (await page('two')).evaluate(() => void new Notification('Two', { body: 'by a page' }));
  await stage.desktop.click((await arriving).id);
  await expect(current()).toHaveAttribute('data-service-id', 'two');
});

test('R40 what a worker notifies of comes once, and is of the service at its origin', async () => {
  await signInWith('three', 'two');
  await expect.poll(async () => (await stage.service('three')).storageId).toBe('one');
  // Cookies are of a host: what it had there before is not in this storage.
  await expect.poll(() => keptIn('three')).toEqual(nobody);
  await stage.command('service.activate', { serviceId: 'two' });
  const came = () => stage.desktop.notifications().filter(({ title }) => title.includes('By a worker'));
  const before = came().length;
  const arriving = stage.desktop.nextNotification((one) => one.body.includes('of three'));
  await say('three', 'of three');
  await stage.desktop.click((await arriving).id);
  await expect(current()).toHaveAttribute('data-service-id', 'three');
  // The worker that two of them share is of the one who began the storage.
  const next = stage.desktop.nextNotification((one) => one.body.includes('of one'));
  await say('two', 'of one');
  await stage.desktop.click((await next).id);
  await expect(current()).toHaveAttribute('data-service-id', 'one');
  expect(came().length - before).toBe(2);
});

test('W48 a page gains nothing else by it: what one was granted the other is not', async () => {
  const stateOf = async (id: string) =>
    (await page(id)).evaluate(async () => (await navigator.permissions.query({ name: 'geolocation' })).state);
  const ask = async (id: string) =>
    (await page(id)).evaluate(() => navigator.geolocation.getCurrentPosition(() => undefined));
  const asked = async () => (await stage.projection()).prompts;
  await ask('two');
  await expect
    .poll(asked)
    .toEqual([expect.objectContaining({ serviceId: 'two', permission: 'geolocation' })]);
  const [prompt] = await asked();
  await stage.command('permission.answer', { promptId: prompt?.id, answer: 'allow' });
  expect((await stage.service('two')).permissions).toHaveLength(1);
  expect((await stage.service('one')).permissions).toEqual([]);
  expect(await stateOf('one')).not.toBe('granted');
  await ask('one');
  await expect
    .poll(asked)
    .toEqual([expect.objectContaining({ serviceId: 'one', permission: 'geolocation' })]);
  const [second] = await asked();
  await stage.command('permission.answer', { promptId: second?.id, answer: 'deny' });
});

test('R43 clearing the data of one signs out all of them', async () => {
  await signIn('three', 'ann');
  await stage.command('service.clear-data', { serviceId: 'two', what: 'everything' });
  for (const id of ['one', 'two', 'three']) await expect.poll(() => keptIn(id)).toEqual(nobody);
  expect((await stage.projection()).notices).toContainEqual(
    expect.objectContaining({ kind: 'data-cleared', name: 'One, Two, Three' }),
  );
  await signIn('two', 'bob');
  expect(await keptIn('one')).toEqual(of('bob'));
});

test('R42 out of it again it has what it stored itself, and the others what they have', async () => {
  await signInWith('three', null);
  await expect.poll(() => keptIn('three')).toEqual(of('three'));
  expect(await keptIn('one')).toEqual(of('bob'));
});

test('R38 R42 whoever began a storage leaves it to the others, after that was said, and signs in anew', async () => {
  const { shell } = stage.foyer;
  await stage.command('page.show', { page: 'settings' });
  await shell.getByRole('textbox', { name: 'Search settings' }).fill('One');
  await shell.locator('.service-settings summary', { hasText: 'One' }).click();
  const choice = shell
    .locator('.service-settings', { hasText: 'One' })
    .getByRole('combobox', { name: 'Signs in together with' });
  await choice.selectOption('No other service');
  const dialog = shell.getByRole('dialog', { name: 'Let One sign in alone?' });
  await expect(dialog).toContainText('begins anew with nothing stored');
  await expect(dialog).toContainText('stays with Two, signed in as before');
  await dialog.getByRole('button', { name: 'Sign in alone' }).click();
  await expect.poll(() => keptIn('one')).toEqual(nobody);
  expect(await keptIn('two')).toEqual(of('bob'));
  await signIn('one', 'dan');
  expect(await keptIn('two')).toEqual(of('bob'));
  // Its own from now on, wherever it was meanwhile.
  await signInWith('one', 'two');
  await expect.poll(() => keptIn('one')).toEqual(of('bob'));
  await signInWith('one', null);
  await expect.poll(() => keptIn('one')).toEqual(of('dan'));
  await stage.command('service.activate', { serviceId: 'one' });
});

test('R44 whoever began a storage may go: the others keep it, and when the last leaves it is gone', async () => {
  const folder = join(stage.foyer.profile, 'Partitions', 'service-one');
  await stage.command('service.remove', { serviceId: 'one' });
  await stage.command('notice.dismiss', { noticeId: 'removed-one' });
  await expect
    .poll(async () => (await stage.projection()).services.map(({ id }) => id))
    .toEqual(['two', 'three']);
  expect(await keptIn('two')).toEqual(of('bob'));
  await signInWith('three', 'two');
  await signIn('three', 'cat');
  expect(existsSync(folder)).toBe(true);
  await signInWith('two', null);
  await expect.poll(() => keptIn('two')).toEqual(nobody);
  expect(await keptIn('three')).toEqual(of('cat'));
  await signInWith('three', null);
  await expect.poll(() => keptIn('three')).toEqual(of('three'));
  await signInWith('two', 'three');
  const cookies = () =>
    stage.foyer.app.evaluate(
      async ({ session }) => (await session.fromPartition('persist:service-one').cookies.get({})).length,
    );
  await expect.poll(cookies).toBe(0);
  expect(stage.foyer.log()).not.toMatch(/\[foyer\] bug/);
});

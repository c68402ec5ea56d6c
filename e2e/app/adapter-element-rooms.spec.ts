import { expect, test } from '@playwright/test';
import { roomsOf, startElementScene, truthOf, type ElementScene } from '../support/element-scene';
import { channelsOf, shownChannelOf } from '../support/lounge-truth';
import { measured, shown } from '../support/shown';

// Rooms that come, go and change, opening, and what a page says that is not as expected.
test.describe.configure({ mode: 'serial' });

let scene: ElementScene;

test.beforeAll(async () => {
  scene = await startElementScene();
  await scene.signIn();
  await expect.poll(() => scene.adapter()).toBe('speaking');
});

test.afterAll(async () => {
  await scene?.stop();
});

const names = async () => (await roomsOf(scene)).map(({ name }) => name).toSorted();

test(
  'C1 invitations, joining, leaving, being put out, new names, favourites: as the server says',
  shown('element', 'left', 'renamed'),
  async () => {
    const { matrix } = scene;
    await expect.poll(names).toEqual(['Builds', 'General', 'Leads', 'Surprise']);
    expect(await scene.known('Surprise')).toEqual({ unread: 1, mentions: 1, muted: false });
    await matrix.join('Surprise', 'alice');
    await expect.poll(() => scene.known('Surprise')).toMatchObject({ unread: 0, mentions: 0 });
    await matrix.rename('Surprise', 'bob', 'Party');
    await expect.poll(names).toEqual(['Builds', 'General', 'Leads', 'Party']);
    await matrix.leave('Party', 'alice');
    await expect.poll(names).toEqual(['Builds', 'General', 'Leads']);
    await matrix.leave('Leads', 'alice', 'bob');
    await expect.poll(names).toEqual(['Builds', 'General']);
    await matrix.invite('Leads', 'bob', 'alice');
    await matrix.favourite('Builds', 'alice');
    await expect.poll(() => roomsOf(scene)).toEqual(await truthOf(scene));
    await matrix.favourite('Builds', 'alice', false);
    await expect.poll(() => roomsOf(scene)).toEqual(await truthOf(scene));
  },
);

test('C8 opens a room without loading the page anew', shown('element', 'open'), async () => {
  const page = await scene.page();
  for (const index of Array.from({ length: 6 }, (_, at) => at))
    await scene.matrix.say(`alice,bob${index % 2 === 0 ? '' : ',carol'}`, 'bob', `hello ${index}`);
  await expect.poll(async () => (await names()).length).toBe(5);
  await page.evaluate(() => Object.assign(window, { mark: 'the same document' }));
  const ids = new Map<string, string>();
  for (const name of await names()) ids.set(name, await scene.idOf(name));
  const times: number[] = [];
  const round = ['General', 'Builds', 'Bob', 'Bob and Carol', 'Leads'];
  for (const name of Array.from({ length: 8 }, () => round).flat()) {
    const startMs = performance.now();
    await scene.command('channel.open', { serviceId: 'alice', channelId: ids.get(name) ?? '' });
    await page.waitForFunction((wanted) => document.title.endsWith(`| ${wanted}`), name, { polling: 'raf' });
    times.push(performance.now() - startMs);
  }
  measured(test.info(), 'adapter.openP95Ms', 'element', times);
  const median = times.toSorted((one, other) => one - other)[20];
  expect(median).toBeLessThan(300);
  expect(await page.evaluate(() => Reflect.get(window, 'mark') as unknown)).toBe('the same document');
});

const entries = () => scene.inbox({ serviceId: 'alice' });

test('C9 an entry of the inbox opens at its message, in a thread too', async () => {
  const { matrix } = scene;
  const page = await scene.page();
  const root = await matrix.say('Builds', 'bob', 'the topic');
  const reply = await matrix.reply(root.event_id, 'carol', 'an answer for @alice');
  await matrix.say('Builds', 'bob', 'something after it, for @room');
  await expect
    .poll(async () => (await entries()).filter((one) => one.channelName === 'Builds').length)
    .toBe(3);
  const of = async (mention: string) =>
    (await entries()).find((one) => one.channelName === 'Builds' && one.mention === mention);
  const answer = await of('personal');
  expect(answer).toMatchObject({ title: 'Carol (Builds)', sender: 'Carol' });
  expect(await of('group')).toMatchObject({ title: 'Bob (Builds)', sender: 'Bob' });
  await scene.command('channel.open', { serviceId: 'alice', channelId: await scene.idOf('General') });
  await expect(page).toHaveTitle(/\| General$/);
  await scene.command('inbox.open', { id: answer?.id ?? 0 });
  await expect(page.locator('.mx_EventTile_selected')).toHaveAttribute('data-event-id', reply.event_id);
  expect(new URL(page.url()).hash).toMatch(new RegExp(`/${reply.event_id.replace('$', String.raw`\$`)}$`));
});

test('C21 knows which room the page shows', shown('element', 'on-screen'), async () => {
  const page = await scene.page();
  const shownNow = () => shownChannelOf(scene.foyer.shell, 'alice');
  await expect.poll(shownNow).toBe(await scene.idOf('Builds'));
  const id = await scene.idOf('General');
  await page.evaluate((to) => (location.hash = `#/room/${to}`), id);
  await expect.poll(shownNow).toBe(id);
  await page.evaluate(() => (location.hash = '#/home'));
  await expect.poll(shownNow).toBe(null);
});

test('C5 keeps rooms and counts over a reload', shown('element', 'reload'), async () => {
  await scene.matrix.say('General', 'bob', 'keep this, @alice');
  await expect.poll(() => scene.known('General')).toMatchObject({ mentions: 1 });
  const before = await roomsOf(scene);
  const seen: unknown[] = [];
  await scene.command('service.reload', { serviceId: 'alice', fromStartPage: false });
  for (const state of ['silent', 'speaking'])
    await expect
      .poll(async () => {
        seen.push((await scene.known('General'))?.mentions);
        return scene.adapter();
      })
      .toBe(state);
  expect(new Set(seen)).toEqual(new Set([1]));
  expect(await roomsOf(scene)).toEqual(before);
});

test('C6 a page whose client is not as expected is told, and is understood again', async () => {
  const page = await scene.page();
  const swap = (isBroken: boolean) =>
    page.evaluate((broken) => {
      const { mxMatrixClientPeg: peg } = window as unknown as {
        readonly mxMatrixClientPeg: { get(): Record<string, unknown> };
      };
      const client = peg.get();
      if (broken) client['getVisibleRooms'] = () => [{ roomId: 7 }];
      else delete client['getVisibleRooms'];
    }, isBroken);
  await swap(true);
  await scene.matrix.say('General', 'bob', 'one');
  await expect.poll(() => scene.adapter()).toBe('failed');
  await expect(scene.onBar(/Chat of alice/)).toHaveAccessibleName(/channels are not known/);
  await swap(false);
  await scene.matrix.say('General', 'bob', 'two');
  await expect.poll(() => scene.adapter()).toBe('speaking');
  await expect.poll(() => roomsOf(scene)).toEqual(await truthOf(scene));
  expect((await channelsOf(scene.foyer.shell, 'alice')).channels?.length).toBe(5);
});

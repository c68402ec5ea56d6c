import { expect, test } from '@playwright/test';
import { roomIn, startLoungeScene, type LoungeScene } from '../support/lounge-scene';
import { inboxOf } from '../support/inbox';
import { measured, shown } from '../support/shown';
import { breakModel, channelsOf, roomsOf, shownChannelOf, truthOf } from '../support/lounge-truth';

// What Foyer knows of the channels of a real The Lounge, against what another browser of the same person is told.
test.describe.configure({ mode: 'serial' });

let scene: LoungeScene;

test.beforeAll(async () => {
  scene = await startLoungeScene();
});

test.afterAll(async () => {
  await scene?.stop();
});

test(
  'C1 C4 says that nobody is signed in, then lists what the server lists',
  shown('thelounge', 'signed-in', 'list'),
  async () => {
    await expect
      .poll(async () => (await channelsOf(scene.foyer.shell, 'alice')).adapter.kind)
      .toBe('signed-out');
    await expect(scene.onBar(/Team chat/)).toHaveAccessibleName(/signed out/);
    await scene.signIn(scene.page, 'alice');
    await expect.poll(() => roomsOf(scene.foyer.shell, 'alice')).toEqual(await truthOf(scene.elsewhere));
    const { channels, server, adapter } = await channelsOf(scene.foyer.shell, 'alice');
    expect(channels?.map(({ id }) => id.replace(/^[0-9a-f-]{36}\//, ''))).toEqual(scene.rooms);
    expect(channels?.map(({ kind }) => kind)).toEqual(scene.rooms.map(() => 'public'));
    expect(server).toEqual({ name: 'The Lounge', version: '4.5.2' });
    expect(adapter).toMatchObject({
      kind: 'speaking',
      canOpen: true,
      canMarkRead: false,
      ownNames: ['alice'],
    });
  },
);

test(
  'C2 counts are right after a message, a mention, a direct message, and what is read elsewhere',
  shown('thelounge', 'message', 'mention', 'read-elsewhere'),
  async () => {
    await scene.carol.say('#room-1', 'nothing for anybody');
    await expect.poll(() => scene.known('#room-1')).toEqual({ unread: 1, mentions: 0, muted: false });
    await expect(scene.onBar(/Team chat/)).toHaveAccessibleName(/, unread messages/);
    await scene.carol.say('#room-1', 'alice: and this');
    await expect.poll(() => scene.known('#room-1')).toEqual({ unread: 2, mentions: 1, muted: false });
    await expect(scene.onBar(/Team chat/)).toHaveAccessibleName(/1 unread message/);
    await scene.carol.say('alice', 'between us');
    await expect.poll(() => scene.known('carol')).toEqual({ unread: 1, mentions: 1, muted: false });
    await expect(scene.onBar(/Team chat/)).toHaveAccessibleName(/2 unread messages/);
    await scene.openElsewhere('#room-1');
    await expect.poll(() => scene.known('#room-1')).toEqual({ unread: 0, mentions: 0, muted: false });
    await scene.openElsewhere('carol');
    await expect(scene.onBar(/Team chat/)).not.toHaveAccessibleName(/unread/);
    expect(await roomsOf(scene.foyer.shell, 'alice')).toEqual(await truthOf(scene.elsewhere));
  },
);

test('C7 what is read elsewhere is read in the inbox, channel by channel', async () => {
  const unread = (channelId?: string) => scene.count({ serviceId: 'alice', channelId, isUnread: true });
  await expect.poll(() => unread()).toBe(0);
  await scene.carol.say('#room-2', 'alice: one');
  await scene.carol.say('#room-3', 'alice: two');
  await expect.poll(() => unread()).toBe(2);
  // A page that says it again, or a listener, says which message it is.
  const entries = (await inboxOf(scene.foyer.shell)).slice(0, 2);
  expect(
    entries.map(({ messageId, mention }) => [messageId?.replace(/^\d+@\d{4}-.*Z$/, 'known'), mention]),
  ).toEqual([
    ['known', 'personal'],
    ['known', 'personal'],
  ]);
  await scene.openElsewhere('#room-2');
  const [second, third] = [await scene.idOf('#room-2'), await scene.idOf('#room-3')];
  await expect.poll(() => unread(second)).toBe(0);
  expect(await unread(third)).toBe(1);
  await scene.openElsewhere('#room-3');
  await expect.poll(() => unread()).toBe(0);
});

test(
  'C3 mutes on the server, from here and elsewhere: no toast, no count',
  shown('thelounge', 'mute', 'mute-elsewhere'),
  async () => {
    const channelId = await scene.idOf('#room-4');
    await scene.command('channel.mute', { serviceId: 'alice', channelId, level: 'none' });
    await expect.poll(() => scene.known('#room-4')).toMatchObject({ muted: true });
    await expect(roomIn(scene.elsewhere, '#room-4')).toHaveClass(/is-muted/);
    await expect(scene.page.locator('#context-menu')).toHaveCount(0);
    await expect(scene.page).toHaveTitle(/#room-0 — The Lounge/);
    await scene.carol.say('#room-4', 'alice: you will not hear this');
    const next = scene.desktop.nextNotification((one) => one.title.includes('carol'));
    await scene.carol.say('#room-5', 'alice: but this');
    expect((await next).title).toContain('#room-5');
    await expect.poll(() => scene.known('#room-4')).toEqual({ unread: 1, mentions: 0, muted: true });
    await expect(scene.onBar(/Team chat/)).toHaveAccessibleName(/1 unread message/);
    await scene.openElsewhere('#room-5');
    await expect(scene.onBar(/Team chat/)).not.toHaveAccessibleName(/unread/);
    await roomIn(scene.elsewhere, '#room-4').click({ button: 'right' });
    await scene.elsewhere.locator('#context-menu .context-menu-mute').click();
    await expect.poll(() => scene.known('#room-4')).toMatchObject({ muted: false });
    await scene.openElsewhere('#room-4');
    expect(scene.desktop.notifications().some((one) => one.title.includes('#room-4'))).toBe(false);
  },
);

test(
  'C16 C17 muted here and, asked once, there too; what is changed there later holds here',
  shown('thelounge', 'mute', 'mute-elsewhere'),
  async () => {
    const channelId = await scene.idOf('#room-9');
    const scope = {
      kind: 'channel',
      serviceId: 'alice',
      channelId,
      name: '#room-9',
      channelKind: 'public',
    } as const;
    const ofMention = async () => {
      const said = await scene.command('rules.explain', { serviceId: 'alice', channelId });
      return [said[0]?.decision.kind, said[0]?.decision.from?.by ?? 'not the server'];
    };
    const muteElsewhere = async (muted: boolean) => {
      await roomIn(scene.elsewhere, '#room-9').click({ button: 'right' });
      await scene.elsewhere.locator('#context-menu .context-menu-mute').click();
      await expect.poll(() => scene.known('#room-9')).toMatchObject({ muted });
    };
    await scene.command('rule.set', { scope, values: { notify: 'none' } });
    const asks = scene.foyer.shell.getByRole('complementary', { name: 'Notices' });
    await expect(asks).toContainText('#room-9 is muted here. Mute it in Team chat too?');
    expect((await scene.known('#room-9'))?.muted).toBe(false);
    await asks.getByRole('button', { name: 'In Team chat too' }).click();
    await expect(roomIn(scene.elsewhere, '#room-9')).toHaveClass(/is-muted/);
    await expect.poll(() => scene.known('#room-9')).toMatchObject({ muted: true });
    expect(await ofMention()).toEqual(['drop', 'not the server']);
    await muteElsewhere(false);
    expect(await ofMention()).toEqual(['show', 'not the server']);
    await muteElsewhere(true);
    expect(await ofMention()).toEqual(['drop', 'not the server']);
    // The rule goes, and with it what it stands for there.
    await scene.command('rule.set', { scope, values: {} });
    await expect.poll(() => scene.known('#room-9')).toMatchObject({ muted: false });
  },
);

/** By the page's own button, also where a narrow page hides its list of rooms. */
const foldNetwork = () => scene.page.locator('.network .collapse-network').dispatchEvent('click');

test('C3 mutes a channel whose network is folded up, which stays so', async () => {
  await foldNetwork();
  await expect(roomIn(scene.page, '#room-6')).toHaveCount(0);
  const channelId = await scene.idOf('#room-6');
  await scene.command('channel.mute', { serviceId: 'alice', channelId, level: 'none' });
  await expect.poll(() => scene.known('#room-6')).toMatchObject({ muted: true });
  await scene.command('channel.mute', { serviceId: 'alice', channelId, level: 'all' });
  await expect.poll(() => scene.known('#room-6')).toMatchObject({ muted: false });
  await expect(roomIn(scene.page, '#room-6')).toHaveCount(0);
  await foldNetwork();
});

test('C8 opens a channel without loading the page anew', shown('thelounge', 'open'), async () => {
  await scene.page.evaluate(() => Object.assign(window, { mark: 'the same document' }));
  const times: number[] = [];
  for (const name of scene.rooms) {
    const channelId = await scene.idOf(name);
    const startMs = performance.now();
    await scene.command('channel.open', { serviceId: 'alice', channelId });
    await expect(scene.page).toHaveTitle(new RegExp(`${name} — The Lounge`), { timeout: 5000 });
    times.push(performance.now() - startMs);
  }
  measured(test.info(), 'adapter.openP95Ms', 'thelounge', times);
  expect(await scene.page.evaluate(() => Reflect.get(window, 'mark') as unknown)).toBe('the same document');
});

test(
  'C21 H10 knows which channel the page shows, wherever the person goes in it, and after a reload',
  shown('thelounge', 'on-screen'),
  async () => {
    const channel = scene.foyer.shell.locator('.header-channel');
    const shownNow = () => shownChannelOf(scene.foyer.shell, 'alice');
    // What was asked for last is there, and so is not asked for again where the page is loaded anew.
    await expect.poll(shownNow).toBe(await scene.idOf('#room-19'));
    for (const name of ['#room-3', '#room-12']) {
      await roomIn(scene.page, name).dispatchEvent('click');
      await expect.poll(shownNow).toBe(await scene.idOf(name));
      await expect(channel).toHaveText(name);
    }
    await scene.page.evaluate(() => (location.hash = '#/settings'));
    await expect.poll(shownNow).toBe(null);
    await scene.page.evaluate(() => history.back());
    await expect.poll(shownNow).toBe(await scene.idOf('#room-12'));
  },
);

test(
  'C5 keeps channels and counts over a reload, and a channel that is left goes',
  shown('thelounge', 'reload', 'left'),
  async () => {
    await scene.carol.say('#room-7', 'alice: keep this');
    await expect.poll(() => scene.known('#room-7')).toMatchObject({ mentions: 1 });
    const before = await channelsOf(scene.foyer.shell, 'alice');
    const seen: unknown[] = [];
    await scene.command('service.reload', { serviceId: 'alice', fromStartPage: false });
    await expect
      .poll(async () => {
        const { adapter, channels } = await channelsOf(scene.foyer.shell, 'alice');
        seen.push(channels?.find(({ name }) => name === '#room-7')?.mentions);
        return adapter.kind;
      })
      .toBe('silent');
    await expect
      .poll(async () => (await channelsOf(scene.foyer.shell, 'alice')).adapter.kind)
      .toBe('speaking');
    expect(new Set(seen)).toEqual(new Set([1]));
    await expect.poll(() => shownChannelOf(scene.foyer.shell, 'alice')).toBe(await scene.idOf('#room-12'));
    const after = await channelsOf(scene.foyer.shell, 'alice');
    expect(after.channels?.map(({ id }) => id)).toEqual(before.channels?.map(({ id }) => id));
    await scene.openElsewhere('#room-8');
    await scene.elsewhere.fill('#input', '/part #room-8 bye for now');
    await scene.elsewhere.press('#input', 'Enter');
    await expect.poll(() => scene.known('#room-8')).toBe(undefined);
    await scene.elsewhere.fill('#input', '/join #room-8 x');
    await scene.elsewhere.press('#input', 'Enter');
    await expect.poll(() => scene.known('#room-8')).toBeDefined();
    expect(before.channels?.map(({ id }) => id)).toContain(await scene.idOf('#room-8'));
  },
);

test('C6 an adapter that fails says so, and the page’s own count is used until it is well again', async () => {
  await expect(scene.onBar(/Team chat/)).toHaveAccessibleName(/1 unread message/);
  await scene.carol.say('#room-1', 'not for anybody');
  await expect.poll(() => scene.known('#room-1')).toMatchObject({ unread: 1 });
  await breakModel(scene.page, true);
  await expect.poll(async () => (await channelsOf(scene.foyer.shell, 'alice')).adapter.kind).toBe('failed');
  await expect(scene.onBar(/Team chat/)).toHaveAccessibleName(/1 unread message, channels are not known/);
  await breakModel(scene.page, false);
  await expect.poll(() => scene.known('#room-1')).toMatchObject({ unread: 1 });
  await expect(scene.onBar(/Team chat/)).not.toHaveAccessibleName(/not known/);
  await scene.openElsewhere('#room-7');
  await scene.openElsewhere('#room-1');
});

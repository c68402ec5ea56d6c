import { setTimeout } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { onBar, openAddresses } from '../support/bar';
import { command, inboxOf } from '../support/inbox';
import { shownChannelOf } from '../support/lounge-truth';
import { startRocketScene, type RocketScene, type Stage } from '../support/rocketchat-scene';

// A Rocket.Chat that sleeps and still rings, beside one that is looked at.
test.describe.configure({ mode: 'serial' });

/** How fast somebody talks all the while. */
const PACE_MS = 40;
let scene: RocketScene;
let team: Stage;

test.beforeAll(async () => {
  scene = await startRocketScene({ seen: { version: '8.1.0' }, team: { version: '7.9.0' } });
  team = scene.stages.find(({ serviceId }) => serviceId === 'team') as Stage;
  for (const stage of scene.stages) await scene.signIn(stage);
  await scene.agreed(team);
});

test.afterAll(async () => {
  await scene?.stop();
});

const ask = <N extends Parameters<typeof command>[1]>(name: N, input: Parameters<typeof command<N>>[2]) =>
  command(scene.foyer.shell, name, input);
const projected = async () => {
  const { services } = await ask('app.connect', undefined);
  const found = services.find(({ id }) => id === 'team');
  if (found === undefined) throw new Error('the service went away');
  return found;
};
const pagesThere = () => openAddresses(scene.foyer).filter((url) => url.startsWith(team.server.url));
const asleepAndHeard = async () => {
  await expect
    .poll(async () => {
      const { load, listening } = await projected();
      return [load.kind, listening];
    })
    .toEqual(['asleep', 'live']);
  expect(pagesThere()).toEqual([]);
};
const sleep = async () => {
  await ask('service.activate', { serviceId: 'seen' });
  await ask('service.sleep', { serviceId: 'team' });
  await asleepAndHeard();
};

test('Z12 Z14 is heard before its page goes', async () => {
  await ask('service.set-listen', { serviceId: 'team', listen: 'yes' });
  await sleep();
  expect((await scene.rooms(team)).length).toBeGreaterThan(3);
});

test('Z16 what comes while it sleeps is counted, notified and kept, as its page would have it', async () => {
  const { desktop } = scene;
  const before = await projected();
  const arriving = desktop.nextNotification(({ body }) => body.includes('are you there'));
  const { _id, rid } = await team.server.say('alice,bob', 'bob', 'are you there');
  expect((await arriving).title).toContain('bob');
  const entry = await scene.entry(team, _id);
  expect(entry).toMatchObject({ channelId: rid, sender: 'bob', channelKind: 'direct', tag: _id });
  await expect.poll(async () => (await projected()).unread.direct).toBe(Number(before.unread.direct) + 1);
  await expect(onBar(scene.foyer.shell, 'Team team')).toHaveAccessibleName(/unread|message/);
  expect(pagesThere()).toEqual([]);
});

test('Z16 rules hold: a muted room is kept and not shown', async () => {
  const rid = await team.server.roomId('busy');
  const scope = {
    kind: 'channel',
    serviceId: 'team',
    channelId: rid,
    name: 'busy',
    channelKind: 'public',
  } as const;
  await ask('rule.set', { scope, values: { preset: 'nothing' } });
  const { _id } = await team.server.say('busy', 'bob', '@alice look at this');
  const entry = await scene.entry(team, _id);
  expect(entry).toMatchObject({ decision: 'drop', mention: 'personal' });
  expect(scene.desktop.notifications().some(({ body }) => body.includes('look at this'))).toBe(false);
  await ask('rule.set', { scope, values: {} });
});

test('Z17 what is read elsewhere is counted no more', async () => {
  const room = async () => (await scene.rooms(team)).find(({ name }) => name === 'bob')?.unread;
  await expect.poll(room).toBeGreaterThan(0);
  await team.server.readElsewhere('alice,bob', 'alice');
  await expect.poll(room).toBe(0);
});

test('Z11 a click on a notification wakes it and opens the room', async () => {
  const arriving = scene.desktop.nextNotification(({ body }) => body.includes('wake up'));
  const { rid } = await team.server.say('private', 'bob', '@alice wake up');
  await scene.desktop.click((await arriving).id);
  team.page = await scene.foyer.servicePage(team.server.url);
  await expect.poll(() => shownChannelOf(scene.foyer.shell, 'team')).toBe(rid);
  await expect.poll(async () => (await projected()).listening).toBe('off');
});

test('Z18 nothing is lost or told twice while page and listener take turns', async () => {
  const said: string[] = [];
  const talk = { isOn: true };
  const talking = (async () => {
    while (talk.isOn) {
      const { _id } = await team.server.say('alice,bob', 'bob', `number ${said.length}`);
      said.push(_id);
      await setTimeout(PACE_MS);
    }
  })();
  for (let round = 0; round < 3; round += 1) {
    await sleep();
    const heard = said.length;
    await expect.poll(() => said.length).toBeGreaterThan(heard + 3);
    await ask('service.wake', { serviceId: 'team' });
    team.page = await scene.foyer.servicePage(team.server.url);
    await expect.poll(async () => (await projected()).listening).toBe('off');
  }
  talk.isOn = false;
  await talking;
  const ids = async () =>
    (await inboxOf(scene.foyer.shell, { serviceId: 'team' })).flatMap(({ messageId }) =>
      messageId !== null && said.includes(messageId) ? [messageId] : [],
    );
  await expect.poll(async () => (await ids()).length).toBeGreaterThanOrEqual(said.length);
  expect((await ids()).toSorted()).toEqual(said.toSorted());
});

test('Z15 a token that the server ends leaves it signed out, to be opened', async () => {
  await sleep();
  await team.server.signOut('alice');
  await expect
    .poll(async () => {
      const { listening, adapter } = await projected();
      return [listening, adapter];
    })
    .toEqual(['refused', 'signed-out']);
  expect(pagesThere()).toEqual([]);
});

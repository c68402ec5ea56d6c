import { expect, test } from '@playwright/test';
import { onBar } from '../support/bar';
import { shownChannelOf } from '../support/lounge-truth';
import { startRocketScene, type RocketScene, type Stage } from '../support/rocketchat-scene';
import { partsOf } from '../support/scene';
import { sleeperOf, startTalk, type Sleeper } from '../support/sleeper';

// A Rocket.Chat that sleeps and still rings, beside one that is looked at.
test.describe.configure({ mode: 'serial' });

let scene: RocketScene;
let team: Stage;
let sleeper: Sleeper;

test.beforeAll(async () => {
  scene = await startRocketScene({ seen: { version: '8.1.0' }, team: { version: '7.9.0' } });
  team = scene.stages.find(({ serviceId }) => serviceId === 'team') as Stage;
  sleeper = sleeperOf(() => scene.foyer, { serviceId: 'team', beside: 'seen', address: team.server.url });
  for (const stage of scene.stages) await scene.signIn(stage);
  await scene.agreed(team);
});

test.afterAll(async () => {
  await scene?.stop();
});

const { command } = partsOf(() => scene.foyer);

test('Z12 Z14 is heard before its page goes', async () => {
  await sleeper.listen();
  await sleeper.sleep();
  expect((await scene.rooms(team)).length).toBeGreaterThan(3);
});

test('Z16 what comes while it sleeps is counted, notified and kept, as its page would have it', async () => {
  const { desktop } = scene;
  const before = await sleeper.projected();
  const arriving = desktop.nextNotification(({ body }) => body.includes('are you there'));
  const { _id, rid } = await team.server.say('alice,bob', 'bob', 'are you there');
  expect((await arriving).title).toContain('bob');
  const entry = await scene.entry(team, _id);
  expect(entry).toMatchObject({ channelId: rid, sender: 'bob', channelKind: 'direct', tag: _id });
  await expect
    .poll(async () => (await sleeper.projected()).unread.direct)
    .toBe(Number(before.unread.direct) + 1);
  await expect(onBar(scene.foyer.shell, 'Team team')).toHaveAccessibleName(/unread|message/);
  expect(sleeper.pages()).toEqual([]);
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
  await command('rule.set', { scope, values: { preset: 'nothing' } });
  const { _id } = await team.server.say('busy', 'bob', '@alice look at this');
  const entry = await scene.entry(team, _id);
  expect(entry).toMatchObject({ decision: 'drop', mention: 'personal' });
  expect(scene.desktop.notifications().some(({ body }) => body.includes('look at this'))).toBe(false);
  await command('rule.set', { scope, values: {} });
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
  await expect.poll(async () => (await sleeper.projected()).listening).toBe('off');
});

test('Z18 nothing is lost or told twice while page and listener take turns', async () => {
  const talk = startTalk(async (count) => (await team.server.say('alice,bob', 'bob', `number ${count}`))._id);
  for (let round = 0; round < 3; round += 1) {
    await sleeper.sleep();
    await talk.more(3);
    team.page = await sleeper.wake();
  }
  await talk.end();
  await sleeper.keptOnce(talk.said);
});

test('Z10 Z14 after a restart it is heard at once, by what the key ring sealed, and has no page', async () => {
  await sleeper.sleep();
  await scene.restart(['team']);
  await expect.poll(() => sleeper.isHeard()).toBe(true);
  const arriving = scene.desktop.nextNotification(({ body }) => body.includes('good morning'));
  await team.server.say('private', 'bob', '@alice good morning');
  expect((await arriving).title).toContain('private');
  expect(sleeper.pages()).toEqual([]);
});

test('Z15 a token that the server ends leaves it signed out, to be opened', async () => {
  await sleeper.sleep();
  await team.server.signOut('alice');
  await expect
    .poll(async () => {
      const { listening, adapter } = await sleeper.projected();
      return [listening, adapter];
    })
    .toEqual(['refused', 'signed-out']);
  expect(sleeper.pages()).toEqual([]);
});

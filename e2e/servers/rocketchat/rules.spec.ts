import { expect, test } from '@playwright/test';
import {
  addresseesOf,
  countMessage,
  countReply,
  markRead,
  markThreadRead,
  type UnreadCount,
} from './chat/counting.js';
import type { Subscription } from './chat/records.js';
import { startRocketChat } from './rocketchat.js';
import type { TruthOfRoom } from './truth.js';
import { isAtLeast } from './versions.js';

const alice = { _id: 'A', username: 'alice' };

const none: Subscription = {
  _id: 's',
  rid: 'r',
  t: 'c',
  name: 'general',
  u: alice,
  ts: '2026-01-01T00:00:00.000Z',
  open: true,
  alert: false,
  unread: 0,
  userMentions: 0,
  groupMentions: 0,
  _updatedAt: '2026-01-01T00:00:00.000Z',
};

const plain = { userIds: [], everybody: false };
const toAlice = { userIds: ['A'], everybody: false };
const toAll = { userIds: [], everybody: true };

// unread, userMentions and groupMentions by what the server counts, as notifyUsersOnMessage.ts has it
const table: readonly (readonly [UnreadCount, readonly number[], readonly number[], readonly number[]])[] = [
  ['all_messages', [1, 0, 0], [1, 1, 0], [1, 0, 1]],
  ['user_mentions_only', [0, 0, 0], [1, 1, 0], [0, 0, 1]],
  ['group_mentions_only', [0, 0, 0], [0, 1, 0], [1, 0, 1]],
  ['user_and_group_mentions_only', [0, 0, 0], [1, 1, 0], [1, 0, 1]],
];

for (const [setting, ...wanted] of table) {
  test(`a plain message, a mention and @all count as ${setting} says, and each alerts`, () => {
    [plain, toAlice, toAll].forEach((to, index) => {
      const { unread, userMentions, groupMentions, alert, open } = countMessage(
        { ...none, open: false },
        to,
        setting,
      );
      expect([unread, userMentions, groupMentions]).toEqual(wanted[index]);
      expect([alert, open]).toEqual([true, true]);
    });
  });
}

test('in direct rooms a mention counts whatever is set; those named take the turn of everybody', () => {
  const direct: Subscription = { ...none, t: 'd' };
  expect(countMessage(direct, toAlice, 'group_mentions_only').unread).toBe(1);
  const both = { userIds: ['B'], everybody: true };
  expect(countMessage(none, both, 'all_messages')).toMatchObject({
    unread: 0,
    groupMentions: 0,
    alert: true,
  });
  const mentions = [alice, { _id: 'all', username: 'all' }];
  expect(addresseesOf({ mentions, u: alice })).toEqual({ userIds: [], everybody: true });
});

test('threads never count; reading the room leaves their alert, reading the last one takes it', () => {
  const at = '2026-01-02T00:00:00.000Z';
  const replied = countReply(none, { tmid: 't', isNamed: true, everybody: false, at });
  expect(replied).toMatchObject({ unread: 0, alert: true, tunread: ['t'], tunreadUser: ['t'] });
  const read = markRead(replied, at, false);
  expect(read).toMatchObject({ alert: true, tunread: ['t'], ls: at });
  expect(markThreadRead(read, 't')).toMatchObject({ alert: false, tunread: [], tunreadUser: [] });
  expect(markRead(replied, at, true)).toMatchObject({ alert: false });
});

test('versions are compared part by part, without what follows a dash', () => {
  expect(isAtLeast('7.10.0', '7.8.0')).toBe(true);
  expect(isAtLeast('7.8.0-rc.1', '7.8.0')).toBe(true);
  expect(isAtLeast('6.13.1', '7.8.0')).toBe(false);
});

test('what people do elsewhere is what the server holds', async () => {
  const server = await startRocketChat({ seed: { settings: { Unread_Count: 'all_messages' } } });
  try {
    const of = async (name: string): Promise<TruthOfRoom | undefined> =>
      (await server.truth())['alice']?.find((one) => one.name === name);
    await server.say('general', 'bob', 'one');
    await server.say('general', 'bob', '@alice two');
    await server.say('general', 'bob', '@all three');
    expect(await of('general')).toMatchObject({ unread: 3, mentions: 1, groupMentions: 1, kind: 'public' });
    await server.readElsewhere('general', 'alice');
    expect(await of('general')).toMatchObject({ unread: 0, mentions: 0, groupMentions: 0, alert: false });
    const { _id } = await server.say('general', 'alice', 'and now?');
    await server.say('general', 'alice', 'nobody?', { thread: _id });
    expect(await of('general')).toMatchObject({ threads: 0 });
    await server.say('general', 'bob', 'a reply', { thread: _id });
    expect(await of('general')).toMatchObject({ unread: 0, threads: 1, alert: true });
    await server.readThreadElsewhere(_id, 'alice');
    expect(await of('general')).toMatchObject({ threads: 0, alert: false });

    await server.muteElsewhere('busy', 'alice');
    await server.say('busy', 'bob', 'muted, and counted all the same');
    expect(await of('busy')).toMatchObject({ muted: true, unread: 1 });
    await server.hide('busy', 'alice');
    expect(await of('busy')).toMatchObject({ hidden: true });
    await server.say('busy', 'bob', 'it comes back');
    expect(await of('busy')).toMatchObject({ hidden: false, unread: 2 });
    await server.rename('busy', 'bob', 'busier');
    await server.favourite('busier', 'alice');
    expect(await of('busier')).toMatchObject({
      rid: await server.roomId('busier'),
      alert: true,
      favourite: true,
    });
    await server.archive('busier');
    await expect(server.say('busier', 'bob', 'too late')).rejects.toThrow('Room is archived');
    await server.leave('studio', 'alice');
    expect(await of('studio')).toBeUndefined();
    await expect(server.leave('alice,bob', 'alice')).rejects.toThrow('Not allowed');
    await expect(server.say('private', 'carol', 'not mine')).rejects.toThrow('Not allowed');
    await server.restart();
    expect(await of('general')).toMatchObject({ unread: 0 });
  } finally {
    await server.stop();
  }
});

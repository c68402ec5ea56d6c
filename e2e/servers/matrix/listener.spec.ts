import { expect, test } from '@playwright/test';
import { listen } from '../../../electron/recipes/element/listener';
import { notifiedIds, withListeners, type WithListeners } from '../lib/listeners.js';
import type { ListeningLine } from '../lib/listening-line.js';
import { type Matrix, startMatrix } from './matrix.js';

// What hears an asleep Element, against what the homeserver holds for the person.

/** How the homeserver is asked: by `/sync`, or by sliding sync where the device has keys. */
const ways = ['sync', 'sliding'] as const;
type Way = (typeof ways)[number];

const withMatrix = (
  way: Way,
  use: WithListeners<Matrix, [changes?: Readonly<Record<string, string>>]>,
): Promise<void> =>
  withListeners(
    listen,
    startMatrix(),
    async (matrix, changes = {}) => {
      const { token, userId, deviceId } = await matrix.signIn('alice');
      if (way === 'sliding') await matrix.giveKeys('alice');
      const values = { homeserver: matrix.url, token, userId, deviceId, ...changes };
      return { url: matrix.pageUrl, credentials: { cookies: {}, values } };
    },
    use,
  );

/** What a listener told, in the words of the server. */
const heard = (line: ListeningLine) =>
  [...line.channels().values()]
    .map(({ id, name, kind, unread, mentions, muted, favourite, notifiesMentionsOnly }) => ({
      id,
      name,
      kind,
      unread,
      mentions,
      level: muted ? 'none' : notifiesMentionsOnly === true ? 'mentions' : 'all',
      favourite,
    }))
    .toSorted((one, other) => one.id.localeCompare(other.id));

async function expectTruth(matrix: Matrix, line: ListeningLine): Promise<void> {
  await expect
    .poll(async () => {
      const { alice = [] } = await matrix.truth();
      const truth = alice.toSorted((one, other) => one.id.localeCompare(other.id));
      return JSON.stringify(heard(line)) === JSON.stringify(truth) ? 'same' : { heard: heard(line), truth };
    })
    .toBe('same');
}

const bodies = (line: ListeningLine): readonly string[] => line.notifications().map(({ body }) => body);

for (const way of ways) {
  test(`${way}: tells what the server has, what the page would notify of, and what is read elsewhere`, () =>
    withMatrix(way, async (matrix, open) => {
      await matrix.say('General', 'bob', '@alice before anybody listened');
      await matrix.say('alice,bob', 'bob', 'and in private');
      const line = await open();
      await line.live();
      await expectTruth(matrix, line);
      expect(line.told.items.map(({ kind }) => kind)).toEqual(['own-names', 'channels', 'live']);
      expect(line.told.items[0]).toEqual({ kind: 'own-names', names: ['Alice Adams', 'alice'] });

      const said = await matrix.say('General', 'bob', '@alice look here');
      expect(await line.notificationOf('look here')).toEqual({
        kind: 'notification',
        title: 'Bob (General)',
        body: '@alice look here',
        tag: '',
        channelId: await matrix.roomId('General'),
        sender: 'Bob',
        mention: 'personal',
        isThreadReply: false,
        messageId: said.event_id,
        sentAtMs: said.origin_server_ts,
      });
      await matrix.reply(said.event_id, 'carol', 'in the thread, @room');
      expect(await line.notificationOf('in the thread')).toMatchObject({
        title: 'Carol (General)',
        mention: 'group',
        isThreadReply: true,
      });
      await matrix.say('alice,bob', 'bob', 'between us');
      expect(await line.notificationOf('between us')).toMatchObject({ title: 'Bob', mention: 'none' });
      await expectTruth(matrix, line);
      await matrix.readThreadElsewhere(said.event_id, 'alice');
      await expectTruth(matrix, line);
      await matrix.readElsewhere('General', 'alice');
      const general = await matrix.roomId('General');
      await line.told.find((one) => one.kind === 'read' && one.channelId === general);
      await expectTruth(matrix, line);
    }));

  test(`${way}: hears by the person’s rules: muted is silent, mentions are heard, one’s own is not, nor edits and reactions`, () =>
    withMatrix(way, async (matrix, open) => {
      await matrix.setLevelElsewhere('Builds', 'alice', 'none');
      const line = await open();
      await line.live();
      await matrix.say('Builds', 'bob', '@alice into a muted room');
      await matrix.setLevelElsewhere('General', 'alice', 'mentions');
      await matrix.say('General', 'bob', 'nobody is meant');
      const said = await matrix.say('General', 'bob', 'you are meant, Alice Adams @alice');
      await matrix.edit(said.event_id, 'bob', 'you were meant, @alice');
      await matrix.react(said.event_id, 'carol', '👍');
      await matrix.say('Leads', 'alice', 'from another device');
      await matrix.invite('Leads', 'bob', 'carol');
      await matrix.say('Leads', 'bob', 'the last');
      await line.notificationOf('the last');
      expect(bodies(line)).toEqual(['you are meant, Alice Adams @alice', 'the last']);
      await expectTruth(matrix, line);
    }));

  test(`${way}: rooms come and go: invitations, joining, names, favourites, what is marked as unread`, () =>
    withMatrix(way, async (matrix, open) => {
      const line = await open();
      await line.live();
      await matrix.join('Surprise', 'alice');
      await matrix.say('Surprise', 'bob', 'welcome');
      await line.notificationOf('welcome');
      await matrix.leave('Builds', 'alice');
      await matrix.rename('General', 'bob', 'Everybody');
      await matrix.favourite('Everybody', 'alice');
      await matrix.markUnreadElsewhere('Leads', 'alice');
      await matrix.say('alice,carol', 'carol', 'a new conversation');
      await matrix.say('alice,bob,carol', 'carol', 'of three');
      await line.notificationOf('of three');
      await expect.poll(async () => (await matrix.truth())['alice']?.length).toBe(heard(line).length);
      const marked = await matrix.roomId('Leads');
      await expect.poll(() => line.channels().get(marked)?.unread).toBe(1);
      await matrix.markUnreadElsewhere('Leads', 'alice', false);
      await expectTruth(matrix, line);
      await matrix.invite('Everybody', 'bob', 'alice').catch(() => undefined);
      await matrix.leave('Everybody', 'alice', 'bob');
      await matrix.invite('Everybody', 'bob', 'alice');
      await expectTruth(matrix, line);
    }));

  test(`${way}: 20 times cut off, every message is notified of once, though many come at once`, () =>
    withMatrix(way, async (matrix, open) => {
      const line = await open();
      await line.live();
      const sent: string[] = [];
      const say = async (room: string, text: string): Promise<void> => {
        sent.push(text);
        await matrix.say(room, 'bob', text);
      };
      for (let cut = 1; cut <= 20; cut += 1) {
        await say('General', `${cut} before`);
        let open = (): void => undefined;
        line.cut(new Promise<void>((resolve) => (open = resolve)));
        for (let index = 0; index < (cut % 5 === 0 ? 150 : 3); index += 1)
          await say(index % 2 === 0 ? 'General' : 'Leads', `${cut} away ${index}`);
        open();
        await say('Leads', `${cut} on coming back`);
        await line.live(cut + 1);
      }
      await line.notificationOf('20 on coming back');
      expect(bodies(line).toSorted()).toEqual(sent.toSorted());
      expect(new Set(notifiedIds(line)).size).toBe(sent.length);
      await expectTruth(matrix, line);
    }));

  test(`${way}: what was read while nobody listened is not told; a lost place loses nothing`, () =>
    withMatrix(way, async (matrix, open) => {
      const line = await open();
      await line.live();
      const gap = (work: () => Promise<void>): Promise<void> => {
        const done = work();
        line.cut(done);
        return done;
      };
      await gap(async () => {
        await matrix.say('General', 'bob', 'read elsewhere');
        await matrix.readElsewhere('General', 'alice');
        await matrix.say('General', 'bob', 'not read');
      });
      await line.notificationOf('not read');
      const back = matrix.faults.answer(400, { path: /timeout=0.*(?:since|pos)=/, times: 1 });
      await gap(async () => void (await matrix.say('General', 'bob', 'missed')));
      await line.live(3);
      back();
      await matrix.say('General', 'bob', 'after');
      await line.notificationOf('after');
      expect(bodies(line)).toEqual(['not read', 'missed', 'after']);
      await expectTruth(matrix, line);
    }));

  test(`${way}: a server that is busy or away is lost; a token that is over is refused, or unfit where the page gets new ones`, () =>
    withMatrix(way, async (matrix, open) => {
      for (const status of [429, 502]) {
        const back = matrix.faults.answer(status, { path: /\/v3\/sync\?(?!.*since=)/, times: 2 });
        const busy = await open();
        await busy.live(3);
        expect(busy.ends.items.map(([why]) => why)).toEqual(['lost', 'lost']);
        busy.stop();
        back();
      }
      const line = await open();
      await line.live();
      const refreshed = await open({ usesRefresh: 'yes' });
      await refreshed.live();
      await matrix.signOut('alice');
      await line.ends.find(([why, reason]) => why === 'refused' && reason === 'M_UNKNOWN_TOKEN');
      await refreshed.ends.find(([why]) => why === 'unfit');
      const late = await open({ token: 'never given' });
      await late.ends.find(([why]) => why === 'refused');
      const away = await open({ homeserver: 'http://127.0.0.1:1/' });
      await away.ends.find(([why]) => why === 'lost');
    }));
}

import { describe, expect, it } from 'vitest';
import { adapter } from './adapter';
import { mute, recorded, roomOf, rule } from './recorded.test-support';

const read = (raw: unknown) => adapter.read(raw);
const channel = (id: string, raw: unknown = recorded) =>
  read(raw).channels?.find((one) => one.id === `!${id}:chat.test`);
const withRoom = (room: object, more: object = {}) => ({ ...recorded, rooms: [roomOf('it', room)], ...more });

describe('Element', () => {
  it('C1 tells rooms and conversations, not spaces nor what was left', () => {
    const { channels } = read(recorded);
    expect(channels?.map(({ id, kind, name }) => [id, kind, name])).toEqual([
      ['!general:chat.test', 'public', 'General'],
      ['!leads:chat.test', 'private', 'Leads'],
      ['!bob:chat.test', 'direct', 'Bob'],
      ['!three:chat.test', 'group', 'Bob and Carol'],
      ['!party:chat.test', 'private', 'Party'],
    ]);
    expect(channel('general')).toEqual({
      id: '!general:chat.test',
      name: 'General',
      kind: 'public',
      unread: 5,
      mentions: 1,
      muted: false,
      favourite: true,
      lastActivityMs: 1_795_655_059_571,
      notifiesMentionsOnly: false,
    });
  });

  it('C1 counts what is notified, else what was said; an invitation is one that waits', () => {
    expect(channel('leads')).toMatchObject({ unread: 3, mentions: 0 });
    expect(channel('bob')).toMatchObject({ unread: 2, mentions: 2 });
    expect(channel('party')).toMatchObject({ unread: 1, mentions: 1, favourite: false });
    expect(channel('it', withRoom({ isMarked: true }))).toMatchObject({ unread: 1, mentions: 0 });
    expect(channel('it', withRoom({ lastMs: -1 }))?.lastActivityMs).toBeUndefined();
  });

  it('C1 who was invited to a direct conversation sees it as such', () => {
    const invite = { membership: 'invite', directFrom: '@bob:chat.test', people: 2 };
    expect(channel('it', withRoom(invite))).toMatchObject({ kind: 'direct', mentions: 1 });
    expect(channel('it', withRoom({ ...invite, people: 3 }))).toMatchObject({ kind: 'group' });
    expect(channel('it', withRoom({ joinRule: 'knock' }))).toMatchObject({ kind: 'private' });
    expect(channel('it', withRoom({}, { direct: { '@bob:chat.test': 'no list' } }))).toBeDefined();
  });

  it.each([
    ['a rule of the room’s own', { override: [mute('it')] }, true, false],
    ['the same in the words of now', { override: [{ ...mute('it'), actions: [] }] }, true, false],
    ['one that is turned off', { override: [{ ...mute('it'), enabled: false }] }, false, false],
    ['one of another room', { override: [mute('other')] }, false, false],
    ['mentions only', { room: [rule('!it:chat.test', ['dont_notify'])] }, false, true],
    ['loud', { room: [rule('!it:chat.test', ['notify'])], underride: [] }, false, false],
    ['mentions only everywhere', { underride: [rule('.m.rule.message', [])] }, false, true],
    ['no rule for the rest', { underride: [] }, false, true],
    ['nothing is known of rules', {}, false, false],
  ])('C3 reads how much of a room is heard: %s', (_, rules, muted, notifiesMentionsOnly) => {
    const raw = withRoom({ total: 2, highlight: 1 }, { rules });
    expect(channel('it', raw)).toMatchObject({ muted, notifiesMentionsOnly, mentions: muted ? 0 : 1 });
  });

  it('C3 rooms of two and encrypted ones have rules of their own', () => {
    const rules = {
      underride: [
        rule('.m.rule.encrypted_room_one_to_one', ['notify']),
        rule('.m.rule.room_one_to_one', []),
        rule('.m.rule.message', ['notify']),
        rule('.m.rule.encrypted', []),
      ],
    };
    const isQuiet = (room: object) => channel('it', withRoom(room, { rules }))?.notifiesMentionsOnly;
    expect(isQuiet({ people: 2 })).toBe(true);
    expect(isQuiet({ people: 3 })).toBe(false);
    expect(isQuiet({ people: 2, isEncrypted: true })).toBe(false);
    expect(isQuiet({ people: 3, isEncrypted: true })).toBe(true);
  });

  it('C4 knows whether somebody is signed in, or says nothing', () => {
    const out = { isReady: false, hasSession: false };
    expect(read(recorded).isSignedIn).toBe(true);
    expect(read(out)).toEqual({ isSignedIn: false });
    expect(read({ ...out, hasSession: true })).toEqual({ isSignedIn: undefined });
    expect(read({ ...recorded, isGuest: true })).toEqual({ isSignedIn: false });
    expect(read({ ...recorded, isSoftlyOut: true })).toEqual({ isSignedIn: false });
  });

  it('C10 tells names, words and the server', () => {
    const { abilities, server } = read(recorded);
    expect(abilities?.ownNames).toEqual(['Alice Adams', 'alice', 'deploy']);
    expect(server).toEqual({ name: 'chat.test', version: 'Synapse 1.140.0' });
    expect(read({ ...recorded, server: { domain: 'chat.test' } }).server).toEqual({
      name: 'chat.test',
      version: undefined,
    });
  });

  it('C19 a server that does not answer is lost', () => {
    expect(read(recorded).connection).toBe('live');
    expect(read({ ...recorded, syncState: 'ERROR' }).connection).toBe('lost');
  });

  it.each([
    ['nothing', undefined],
    ['no rooms', { isReady: true }],
    ['a room without id', { ...recorded, rooms: [{ name: 'x' }] }],
    ['text', 'rooms'],
  ])('C6 throws at what is no model of Element: %s', (_, raw) => {
    expect(() => read(raw)).toThrow();
  });

  it('C21 says which room is on screen', () => {
    expect(read({ ...recorded, shown: '!leads:chat.test' }).openChannelId).toBe('!leads:chat.test');
  });

  it('C22 reads a room that is there', () => {
    const wish = (channelId: string) => adapter.toOrder?.({ kind: 'read', channelId }, recorded);
    expect([wish('!leads:chat.test'), wish('!other:chat.test')]).toEqual([
      { read: '!leads:chat.test' },
      undefined,
    ]);
  });
});

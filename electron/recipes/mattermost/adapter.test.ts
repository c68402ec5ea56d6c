import { describe, expect, it } from 'vitest';
import { own } from '../raw';
import { adapter } from './adapter';
import { id, me, member, recorded, toRaw } from './recorded.test-support';

const read = (changes: object = {}) =>
  new Map(adapter.read(toRaw(changes)).channels?.map((one) => [one.name, one]));

describe('Mattermost', () => {
  it('C1 tells channels of all teams and conversations by the names of people, what is archived or closed not', () => {
    expect([...read()].map(([name, { kind }]) => [name, kind])).toEqual([
      ['Builds', 'public'],
      ['Leads', 'private'],
      ['Town Square (Engineering)', 'public'],
      ['Town Square (Garden Club)', 'public'],
      ['Bob Brown', 'direct'],
      ['bob, carol', 'group'],
    ]);
    expect(read().get('Builds')).toEqual({
      id: id('Builds'),
      name: 'Builds',
      kind: 'public',
      unread: 6,
      mentions: 2,
      muted: false,
      favourite: true,
      lastActivityMs: 1_795_654_662_000,
      notifiesMentionsOnly: true,
    });
  });

  it('C1 counts replies with all messages where threads are not collapsed', () => {
    // Threads that come late change nothing.
    for (const threads of [[], recorded.threads]) {
      const found = read({ isCollapsing: false, threads });
      expect(found.get('Builds')).toMatchObject({ unread: 7, mentions: 5 });
      expect(found.get('Bob Brown')).toMatchObject({ unread: 0 });
    }
  });

  it('C1 a conversation that was closed is back once something is unread, all of which is meant for the person', () => {
    const members = [...recorded.members.slice(0, 4), member('closed', { msg_count_root: 5 })];
    expect(read({ members }).get('carol')).toMatchObject({ unread: 1, mentions: 1 });
    expect(read().get('Bob Brown')).toMatchObject({ unread: 2, mentions: 2 });
  });

  it.each([
    ['', 'bob'],
    ['username', 'bob'],
    ['full_name', 'Bob Brown'],
    ['nickname_full_name', 'Bobby'],
  ])('C1 calls people as the server wants where the person chose nothing: %s', (format, name) => {
    const config = { ...recorded.config, TeammateNameDisplay: format };
    expect([...read({ preferences: [], config }).keys()]).toContain(name);
  });

  it('C3 C10 tells what is muted, and where only mentions are notified', () => {
    expect(read().get('Leads')).toMatchObject({ muted: true, mentions: 2, notifiesMentionsOnly: false });
    expect(read().get('Town Square (Engineering)')).toMatchObject({ notifiesMentionsOnly: false });
    expect(read().get('bob, carol')).toMatchObject({ notifiesMentionsOnly: false });
  });

  it('C4 knows whether somebody is signed in, or says nothing', () => {
    const known = JSON.stringify({ config: recorded.config });
    const server = { name: 'Riverside', version: '11.9.0' };
    expect(adapter.read({ isSignedIn: false, known })).toEqual({ isSignedIn: false, server });
    expect(adapter.read({ known: '{}' })).toMatchObject({ isSignedIn: undefined });
    expect(adapter.read(toRaw())).toMatchObject({ isSignedIn: true, server });
  });

  it('C10 tells what the person is called', () => {
    expect(adapter.read(toRaw()).abilities).toEqual({
      canOpen: true,
      canMarkRead: true,
      mutes: ['all', 'mentions', 'none'],
      ownNames: ['alice', 'on call', 'Alice'],
    });
  });

  it('C8 opens by route: in the channel’s team, a conversation in any, a message by its own', () => {
    const open = (name: string, messageId?: string) =>
      adapter.toOrder?.({ kind: 'open', channelId: id(name), messageId }, toRaw());
    expect(open('Town2')).toEqual({ open: `/garden/channels/${id('Town2')}` });
    expect(open('direct')).toEqual({ open: `/engineering/channels/${id('direct')}` });
    expect(open('Town2', id('post'))).toEqual({ open: `/garden/pl/${id('post')}` });
    expect(open('Town2', '../../evil')).toEqual({ open: `/garden/channels/${id('Town2')}` });
    expect(open('gone')).toBeUndefined();
    expect(
      adapter.toOrder?.({ kind: 'open', channelId: id('direct') }, toRaw({ teams: [] })),
    ).toBeUndefined();
  });

  it('C3 sets what the level asks for, and nothing else', () => {
    const mute = (name: string, level: 'all' | 'mentions' | 'none') =>
      own(adapter.toOrder?.({ kind: 'mute', channelId: id(name), level }, toRaw()), 'props');
    expect(mute('Builds', 'none')).toEqual({ mark_unread: 'mention' });
    expect(mute('Builds', 'mentions')).toEqual({ mark_unread: 'all', desktop: 'mention' });
    expect(mute('Builds', 'all')).toEqual({ mark_unread: 'all' });
    expect(mute('Town', 'all')).toEqual({ mark_unread: 'all', desktop: 'all' });
  });

  it('C10 gives a notification what the probe announced of it, and to no other', () => {
    const about = {
      title: 'Builds',
      body: '@bob: done',
      channelId: id('Builds'),
      postId: id('post'),
      sender: 'bob',
      isReply: true,
      mention: 'group',
    };
    const hint = (title: string, changes: object = {}) =>
      adapter.hint?.({ title, body: '@bob: done', tag: '' }, toRaw({}, { about: { ...about, ...changes } }));
    expect(hint('Builds')).toEqual({
      channelId: id('Builds'),
      sender: 'bob',
      mention: 'group',
      isThreadReply: true,
      messageId: id('post'),
    });
    expect(hint('Leads')).toBeUndefined();
    expect(hint('Builds', { channelId: '' })).toBeUndefined();
    expect(hint('Builds', { sender: '', mention: 'evil', postId: 7 })).toMatchObject({
      sender: undefined,
      mention: undefined,
      messageId: undefined,
    });
    expect(adapter.hint?.({ title: 'x', body: '', tag: '' }, undefined)).toBeUndefined();
  });

  it.each([
    ['nothing', undefined],
    ['no text', { isSignedIn: true }],
    ['broken text', { isSignedIn: true, known: '{' }],
    ['nobody', toRaw({ me: undefined })],
    ['no channels', toRaw({ channels: undefined })],
    ['no members', toRaw({ members: {} })],
  ])('C6 throws at what is no server of Mattermost: %s', (_, raw) => {
    expect(() => adapter.read(raw)).toThrow();
  });

  it.each([
    ['/engineering/channels/Builds', 'Builds'],
    ['/garden/channels/Town2', 'Town2'],
    ['/garden/channels/Town', undefined],
    [`/engineering/channels/${id('Leads')}`, 'Leads'],
    ['/engineering/channels/Builds/postxxxxxxxxxxxxxxxxxxxxxx', 'Builds'],
    ['/engineering/messages/@bob', 'direct'],
    [`/garden/messages/${me}__${id('bob')}`, 'direct'],
    ['/engineering/messages/few', 'few'],
    ['/engineering/messages/@nobody', undefined],
    ['/engineering/pl/postxxxxxxxxxxxxxxxxxxxxxx', undefined],
    ['/engineering/threads', undefined],
    ['/%E0%A4%A/channels/%', undefined],
    ['', undefined],
  ])('C21 finds the channel of %s', (path, expected) => {
    expect(adapter.read(toRaw({}, { path })).openChannelId).toBe(expected && id(expected));
  });

  it('C22 reads a channel that is there', () => {
    const read = (name: string) => adapter.toOrder?.({ kind: 'read', channelId: id(name) }, toRaw());
    expect([read('Builds'), read('gone')]).toEqual([{ read: id('Builds') }, undefined]);
  });

  it('C19 says whether the page has its line', () => {
    const reach = (isLive?: boolean) => adapter.read(toRaw({}, { isLive })).connection;
    expect([reach(true), reach(false), reach()]).toEqual(['live', 'lost', undefined]);
  });
});

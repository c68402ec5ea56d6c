import { describe, expect, it } from 'vitest';
import type { ProbeDesk } from '../types';
import { addFold } from './fold';
import type { Fold, FoldKit, Said } from './raw';
import { inTopic, messageEvent, registered as whole } from './registered.test-support';

/** The fold as its source alone makes it, as it does in a page. */
function openFold(): Fold {
  const kit: Partial<FoldKit> = { probe: {} as ProbeDesk };
  const scope: Record<string, unknown> = { kit };
  const run = new Function('globalThis', `(${String(addFold)})('kit')`) as (scope: object) => void; // oxlint-disable-line no-implied-eval, typescript/no-implied-eval -- as the preload does it
  run(scope);
  return kit.fold as Fold;
}

/** The same with less in it. */
const registered: Said = {
  ...whole,
  user_settings: {
    enable_stream_desktop_notifications: false,
    enable_followed_topic_desktop_notifications: true,
    color_scheme: 1,
  },
  subscriptions: (whole['subscriptions'] as readonly Said[]).slice(0, 2),
  user_topics: (whole['user_topics'] as readonly Said[]).slice(0, 1),
};

/** A message of Bob's in the stream `general`. */
const inGeneral = (id: number, topic: string, more: object = {}): Said => inTopic(id, 3, topic, more);

function open(events: readonly Said[] = []) {
  const fold = openFold();
  const model = fold.create(registered);
  for (const event of events) fold.apply(model, event);
  const raw = fold.toRaw(model);
  const unread = Object.fromEntries(
    (raw.unread ?? []).map(({ ids, streamId, topic, count, direct, wild }) => [
      ids ?? `${streamId} ${topic}`,
      [count, direct, wild],
    ]),
  );
  return { fold, model, raw, unread };
}

describe('what the probe of Zulip knows', () => {
  it('C1 is what registering told, and no more than is needed', () => {
    const { raw, unread } = open();
    expect(raw).toMatchObject({
      isSignedIn: true,
      realmName: 'Team chat',
      version: '11.4',
      userId: 8,
      fullName: 'Alice Adams',
      settings: {
        enable_stream_desktop_notifications: false,
        enable_followed_topic_desktop_notifications: true,
      },
      topics: [{ streamId: 3, topic: 'Releases', policy: 3 }],
      conversations: [
        { ids: '1', names: ['Notification Bot'], isBot: true },
        { ids: '9', names: ['Bob Brown'], isBot: false },
        { ids: '9,10', names: ['Bob Brown', 'Carol Clark'], isBot: false },
      ],
    });
    expect(JSON.stringify(raw)).not.toMatch(/color/);
    expect(unread).toEqual({ '3 lunch': [2, 1, 0], 9: [1, 0, 0], '9,10': [1, 0, 0] });
  });

  it('C2 follows messages, what is read and unread again, edits, moves and deletions', () => {
    const { unread } = open([
      messageEvent(inGeneral(50, 'Lunch'), 'mentioned'),
      messageEvent(inGeneral(51, 'dinner'), 'stream_wildcard_mentioned', 'wildcard_mentioned'),
      messageEvent(inGeneral(52, 'dinner'), 'read'),
      messageEvent(inGeneral(53, 'dinner')),
      { type: 'update_message_flags', op: 'add', flag: 'starred', messages: [53], all: false },
      { type: 'update_message_flags', op: 'add', flag: 'read', messages: [43, 44, 999], all: false },
      {
        type: 'update_message_flags',
        op: 'remove',
        flag: 'read',
        messages: [44, 45],
        message_details: {
          44: { type: 'private', user_ids: [10, 9], mentioned: true },
          45: { type: 'stream', stream_id: 3, topic: 'Lunch', mentioned: false },
        },
      },
      { type: 'update_message', message_id: 41, message_ids: [41], flags: ['mentioned'], content: 'x' },
      {
        type: 'update_message',
        message_id: 42,
        message_ids: [42, 53],
        flags: [],
        subject: 'tea',
        new_stream_id: 5,
      },
      { type: 'delete_message', message_ids: [51] },
      { type: 'heartbeat' },
    ]);
    expect(unread).toEqual({ '3 lunch': [3, 2, 0], '5 tea': [2, 0, 0], '9,10': [1, 1, 0] });
  });

  it('C1 C3 follows streams, topics, people and settings', () => {
    const { raw } = open([
      { type: 'subscription', op: 'add', subscriptions: [{ stream_id: 7, name: 'new', is_muted: false }] },
      { type: 'subscription', op: 'remove', subscriptions: [{ stream_id: 5 }] },
      { type: 'subscription', op: 'update', stream_id: 3, property: 'is_muted', value: true },
      { type: 'subscription', op: 'peer_add', stream_ids: [3], user_ids: [9] },
      { type: 'stream', op: 'update', stream_id: 3, property: 'name', value: 'all hands' },
      { type: 'stream', op: 'delete', streams: [{ stream_id: 7 }] },
      { type: 'user_topic', stream_id: 3, topic_name: 'releases', visibility_policy: 0 },
      { type: 'user_topic', stream_id: 3, topic_name: 'noise', visibility_policy: 1 },
      { type: 'realm', op: 'update', property: 'name', value: 'The team' },
      { type: 'realm_user', op: 'update', person: { user_id: 8, full_name: 'Alice' } },
      { type: 'realm_user', op: 'update', person: { user_id: 9, full_name: 'Robert' } },
      { type: 'user_settings', op: 'update', property: 'enable_stream_desktop_notifications', value: true },
      { type: 'user_settings', op: 'update', property: 'color_scheme', value: 2 },
      { type: 'alert_words', alert_words: [] },
    ]);
    expect(raw.streams).toMatchObject([{ stream_id: 3, name: 'all hands', is_muted: true }]);
    expect(raw.topics).toEqual([{ streamId: 3, topic: 'noise', policy: 1 }]);
    expect(raw).toMatchObject({ realmName: 'The team', fullName: 'Alice', alertWords: [] });
    expect(raw.conversations?.map(({ names }) => names)).toContainEqual(['Robert']);
    expect(raw.settings).toEqual({
      enable_stream_desktop_notifications: true,
      enable_followed_topic_desktop_notifications: true,
    });
  });

  it('C10 keeps who the last messages are of and whom they mean, by the server and by the page', () => {
    const me = '<span class="user-mention" data-user-id="8">@Alice Adams</span>';
    const { fold, model } = open([
      messageEvent(inGeneral(60, 'lunch', { content: me }), 'mentioned'),
      messageEvent(inGeneral(61, 'lunch'), 'mentioned'),
      messageEvent(inGeneral(62, 'lunch'), 'has_alert_word'),
      messageEvent(inGeneral(63, 'lunch'), 'topic_wildcard_mentioned'),
      messageEvent(inGeneral(64, 'lunch')),
    ]);
    fold.meet(model, {
      id: 65,
      type: 'private',
      to_user_ids: '10',
      sender_full_name: 'Carol Clark',
      content: me,
      mentioned: true,
      mentioned_me_directly: true,
    });
    const { recent = {}, conversations } = fold.toRaw(model);
    expect(Object.values(recent).map(({ mention }) => mention)).toEqual([
      'personal',
      'group',
      'personal',
      'group',
      'none',
      'personal',
    ]);
    expect(recent['60']).toEqual({ streamId: 3, topic: 'lunch', sender: 'Bob Brown', mention: 'personal' });
    expect(recent['65']).toEqual({ ids: '10', sender: 'Carol Clark', mention: 'personal' });
    // A conversation begins with what the page has, before the server's event of it.
    expect(conversations?.map(({ ids }) => ids)).toContain('10');
    for (let id = 100; id < 300; id += 1) fold.apply(model, messageEvent(inGeneral(id, 'much')));
    expect(Object.keys(fold.toRaw(model).recent ?? {})).toHaveLength(100);
  });
});

import { describe, expect, it } from 'vitest';
import { foldHere } from './fold-here';
import { noticeOf } from './notice';
import type { Said } from './raw';
import { between, inTopic, messageEvent, registered } from './registered.test-support';

const fold = foldHere();
/** What is shown of an event, with settings changed. */
function shown(event: Said, settings: object = {}, state: Said = registered) {
  const model = fold.create({
    ...state,
    user_settings: { ...(state['user_settings'] as object), ...settings },
  });
  fold.apply(model, event);
  return noticeOf(model, event, 'https://zulip.example');
}
const MENTIONED = 'mentioned';
const ALL = ['stream_wildcard_mentioned', 'wildcard_mentioned'] as const;

describe('what is notified of a Zulip', () => {
  it.each([
    ['a message of a stream', inTopic(1, 3, 'lunch'), [], {}, false],
    ['a mention', inTopic(1, 3, 'lunch'), [MENTIONED], {}, true],
    ['a mention of everybody', inTopic(1, 3, 'lunch'), ALL, {}, true],
    [
      'the same where that is not wanted',
      inTopic(1, 3, 'lunch'),
      ALL,
      { wildcard_mentions_notify: false },
      false,
    ],
    ['the same where the stream does not want it', inTopic(1, 7, 'lunch'), ALL, {}, false],
    ['a muted topic', inTopic(1, 3, 'noise'), ALL, { enable_stream_desktop_notifications: true }, false],
    ['a mention in a muted topic', inTopic(1, 3, 'noise'), [MENTIONED], {}, true],
    [
      'a muted stream',
      inTopic(1, 5, 'x'),
      [...ALL, 'has_alert_word'],
      { enable_stream_desktop_notifications: true },
      false,
    ],
    ['a mention in a muted stream', inTopic(1, 5, 'x'), [MENTIONED], {}, true],
    [
      'an unmuted topic of a muted stream',
      inTopic(1, 5, 'Open'),
      [],
      { enable_stream_desktop_notifications: true },
      true,
    ],
    ['a direct message', between(1, [8, 9]), [], {}, true],
    ['a direct message of one’s own', between(1, [8, 9], { sender_id: 8 }), [], {}, false],
    ['a mention of oneself', inTopic(1, 3, 'lunch', { sender_id: 8 }), [MENTIONED], {}, false],
    [
      'nothing at all is wanted',
      between(1, [8, 9]),
      [MENTIONED],
      { enable_desktop_notifications: false },
      false,
    ],
  ])('J83 %s', (_, message, flags, settings, is) => {
    expect(shown(messageEvent(message, ...flags), settings) !== undefined).toBe(is);
  });

  it('J84 says what the page says, under the id of the message', () => {
    const event = messageEvent(
      inTopic(50, 3, 'lunch', {
        content: '<p><span class="user-mention" data-user-id="8">@Alice</span> look</p>',
      }),
      MENTIONED,
    );
    expect(shown(event)).toEqual({
      kind: 'notification',
      title: 'Bob Brown (#general > lunch)',
      body: '@Alice look',
      iconUrl: 'https://zulip.example/user_avatars/9.png',
      tag: '50',
      channelId: 'stream/3',
      sender: 'Bob Brown',
      mention: 'personal',
      isThreadReply: false,
      messageId: '50',
      sentAtMs: 1_700_000_050_000,
    });
    expect(shown(messageEvent(inTopic(50, 3, 'Releases')))).toMatchObject({
      title: 'Bob Brown (#general > Releases)',
      channelId: 'topic/3/releases',
      mention: 'none',
    });
    expect(shown(messageEvent(inTopic(50, 6, '')))?.title).toBe('Bob Brown (#loud > general chat)');
  });

  it.each([
    [[8, 9], {}, 'Bob Brown (to you)', 'dm/9'],
    [[8, 9, 10], {}, 'Bob Brown (to you and Carol Clark)', 'dm/9,10'],
    [[8, 9, 10, 11], {}, 'Bob Brown (to you and Carol Clark and Dave)', 'dm/9,10,11'],
    [
      [8, 9, 10, 11],
      { sender_full_name: 'B'.repeat(40) },
      `${'B'.repeat(40)} (to you and 2 more)`,
      'dm/9,10,11',
    ],
  ])('J84 words a message between %j', (people, more, title, channelId) => {
    expect(shown(messageEvent(between(50, people, more)))).toMatchObject({ title, channelId, body: 'hello' });
  });

  it('J84 says nothing of a direct message where the person does not want that, and words /me as the page does', () => {
    const settings = { pm_content_in_desktop_notifications: false };
    expect(shown(messageEvent(between(50, [8, 9])), settings)?.body).toBe(
      'New direct message from Bob Brown',
    );
    const me = inTopic(50, 6, 'x', { content: '<p>/me waves</p>', is_me_message: true });
    expect(shown(messageEvent(me))?.body).toBe('Bob Brown waves');
  });
});

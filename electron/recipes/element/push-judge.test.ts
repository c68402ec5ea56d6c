import { describe, expect, it } from 'vitest';
import { meetsCondition, type PushFacts } from './push-conditions';
import { judgeEvent } from './push-judge';
import { rule } from './recorded.test-support';

const facts: PushFacts = {
  displayName: 'Alice Adams',
  joinedCount: 3,
  creators: ['@dan:x'],
  powerLevels: { users: { '@bob:x': 60 }, users_default: 10, notifications: { room: 60 } },
};
const said = (content: object, more: object = {}) => ({
  type: 'm.room.message',
  event_id: '$1',
  sender: '@bob:x',
  content: { msgtype: 'm.text', ...content },
  ...more,
});
const is = (key: string, pattern: string) => ({ kind: 'event_match', key, pattern });
const loud = ['notify', { set_tweak: 'highlight' }];
const judge = (rules: object, event: object = said({ body: 'hello' })) =>
  judgeEvent(rules, event, { roomId: '!r:x', userId: '@alice:x' }, facts);

describe('meetsCondition', () => {
  it.each([
    [is('content.body', 'hello'), { body: 'well, HELLO there' }, true],
    [is('content.body', 'hell'), { body: 'hello' }, false],
    [is('content.msgtype', 'm.t*'), { body: 'x' }, true],
    [is('content.body', 'x'), { body: 7 }, false],
    [is('', 'x'), {}, false],
    [is('room_id', '!r:x'), {}, true],
    [{ kind: 'event_match', key: 'sender', value: '@bob:x' }, {}, true],
    [{ kind: 'contains_display_name' }, { body: 'so alice adams, you' }, true],
    [{ kind: 'contains_display_name' }, { body: 'alice adamson' }, false],
    [{ kind: 'room_member_count', is: '3' }, {}, true],
    [{ kind: 'room_member_count', is: '==2' }, {}, false],
    [{ kind: 'room_member_count', is: '<3' }, {}, false],
    [{ kind: 'room_member_count', is: '<=3' }, {}, true],
    [{ kind: 'room_member_count', is: '>2' }, {}, true],
    [{ kind: 'room_member_count', is: '>=4' }, {}, false],
    [{ kind: 'room_member_count', is: 'few' }, {}, false],
    [{ kind: 'sender_notification_permission', key: 'room' }, {}, true],
    [{ kind: 'sender_notification_permission', key: '' }, {}, false],
    [
      { kind: 'event_property_is', key: String.raw`content.m\.mentions.room`, value: true },
      { 'm.mentions': { room: true } },
      true,
    ],
    [{ kind: 'event_property_is', key: 'content.none' }, {}, false],
    [
      { kind: 'event_property_contains', key: String.raw`content.m\.mentions.user_ids`, value: '@alice:x' },
      { 'm.mentions': { user_ids: ['@bob:x', '@alice:x'] } },
      true,
    ],
    [{ kind: 'event_property_contains', key: 'content.body', value: 'x' }, { body: 'x' }, false],
    [is(String.raw`content.a\\b`, 'x'), { [String.raw`a\b`]: 'x' }, true],
    [{ kind: 'of the future' }, {}, false],
    [{}, {}, false],
  ])('J121 %j on %j', (condition, content, meets) => {
    const event = { ...said(content), room_id: '!r:x' };
    expect(meetsCondition(condition, event, facts)).toBe(meets);
  });

  it('J121 who may mention everybody: the sender’s power, else that of all, against the room’s, else 50', () => {
    const may = (sender: string, powerLevels: unknown) =>
      meetsCondition({ kind: 'sender_notification_permission', key: 'room' }, said({}, { sender }), {
        ...facts,
        powerLevels,
      });
    expect(may('@carol:x', facts.powerLevels)).toBe(false);
    expect(may('@carol:x', { users_default: 50 })).toBe(true);
    expect(may('@carol:x', undefined)).toBe(false);
    expect(may('@dan:x', undefined)).toBe(true);
  });
});

describe('judgeEvent', () => {
  const silent = { notifies: false, isHighlight: false, rule: '' };

  it('J121 the first that fits decides: override, content, room, sender, underride', () => {
    const rules = {
      underride: [rule('u', ['notify'])],
      sender: [rule('@bob:x', ['notify'])],
      room: [rule('!r:x', ['notify'])],
      content: [rule('c', ['notify'], { pattern: 'hello' })],
      override: [rule('o', ['notify'], { conditions: [is('type', 'm.room.message')] })],
    };
    const order = ['override', 'content', 'room', 'sender', 'underride'] as const;
    const decided = order.map((kind, index) => {
      const without = Object.fromEntries(order.slice(0, index).map((one) => [one, []]));
      return [judge({ ...rules, ...without }).rule, kind];
    });
    expect(decided.map(([id]) => id)).toEqual(['o', 'c', '!r:x', '@bob:x', 'u']);
  });

  it('J121 one’s own, what no rule fits, and what is turned off is silent', () => {
    const rules = { underride: [rule('u', ['notify'])] };
    expect(judge(rules, said({ body: 'x' }, { sender: '@alice:x' }))).toEqual(silent);
    expect(judge({})).toEqual(silent);
    expect(judge({ underride: [rule('u', ['notify'], { enabled: false })] })).toEqual(silent);
    expect(judge({ room: [rule('!other:x', ['notify'])], sender: [rule('@carol:x', ['notify'])] })).toEqual(
      silent,
    );
    expect(judge({ content: [rule('c', ['notify'])] })).toEqual(silent);
  });

  it('J121 a word of the person’s own means them, other rules only where they say so', () => {
    expect(judge({ content: [rule('c', ['notify'], { pattern: 'hello' })] }).isHighlight).toBe(true);
    const quiet = ['notify', { set_tweak: 'highlight', value: false }];
    expect(judge({ content: [rule('c', quiet, { pattern: 'hello' })] }).isHighlight).toBe(false);
    expect(judge({ underride: [rule('u', loud)] })).toEqual({ notifies: true, isHighlight: true, rule: 'u' });
    expect(judge({ underride: [rule('u', ['dont_notify'])] }).notifies).toBe(false);
  });

  it('J121 rules that look at texts rest where the message says whom it means', () => {
    const rules = { override: [rule('.m.rule.contains_display_name', loud)] };
    expect(judge(rules).notifies).toBe(true);
    expect(judge(rules, said({ body: 'hello', 'm.mentions': {} })).notifies).toBe(false);
  });
});

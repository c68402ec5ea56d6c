import { describe, expect, it } from 'vitest';
import type { Level } from '../../core/model/rule';
import { adapter } from './adapter';
import { mute, recorded, rule } from './recorded.test-support';

const channelId = '!leads:chat.test';
const hint = (title: string, raw: unknown = recorded) => adapter.hint?.({ title, body: '', tag: '' }, raw);
const levelOrder = (level: Level, rules: object) =>
  adapter.toOrder?.({ kind: 'mute', channelId, level }, { ...recorded, rules });
const silent = rule(channelId, ['dont_notify']);
const put = { kind: 'room', id: channelId, body: { actions: ['dont_notify'] } };
const drop = { kind: 'room', id: channelId };
const unmute = { kind: 'override', id: channelId };

describe('Element', () => {
  it('C10 a notification is of the event heard last, though another room is called the same', () => {
    expect(hint('Bob (Leads)')).toEqual({
      channelId,
      sender: 'Bob',
      mention: 'none',
      isThreadReply: false,
      messageId: '$third',
    });
  });

  it('C10 one that does not fit the last event names its room where only one can be meant', () => {
    expect(hint('Carol (General)')).toEqual({
      channelId: '!general:chat.test',
      sender: 'Carol',
      mention: 'group',
      isThreadReply: false,
    });
    const raw = { ...recorded, heard: [...recorded.heard, { room: '!x', name: 'x', event: '$x' }] };
    expect(hint('Bob (Leads)', raw)).toBeUndefined();
    expect(hint('Incoming call')).toBeUndefined();
    expect(hint('Bob (Leads)', null)).toBeUndefined();
  });

  it('C10 in a conversation the title is the name alone; who is meant is what the rule says', () => {
    const said = {
      room: '!bob:chat.test',
      name: 'Bob',
      event: '$x',
      sender: 'Bob',
      isHighlight: true,
      rule: '',
    };
    expect(hint('Bob', { ...recorded, heard: [said] })).toMatchObject({
      mention: 'personal',
      messageId: '$x',
    });
    const nobody = { ...said, sender: undefined };
    expect(hint('Bob', { ...recorded, heard: [nobody] })).not.toHaveProperty('sender');
  });

  it('C8 C9 opens a room, at a message where one is wanted', () => {
    const open = (id: string, messageId?: string) =>
      adapter.toOrder?.({ kind: 'open', channelId: id, messageId }, recorded);
    expect(open(channelId)).toEqual({ open: channelId, event: undefined });
    expect(open(channelId, '$third')).toEqual({ open: channelId, event: '$third' });
    expect(open('!unknown:chat.test')).toBeUndefined();
  });

  it.each<readonly [string, Level, object, readonly object[]]>([
    [
      'mutes by an override',
      'none',
      {},
      [{ ...unmute, body: expect.objectContaining({ actions: ['dont_notify'] }) as object }],
    ],
    ['mutes once', 'none', { override: [mute('leads')] }, []],
    ['hears mentions by a rule of the room', 'mentions', {}, [put]],
    ['hears mentions again', 'mentions', { override: [mute('leads')] }, [unmute, put]],
    ['keeps what says so already', 'mentions', { override: [mute('leads')], room: [silent] }, [unmute]],
    ['hears all', 'all', { override: [mute('leads')], room: [silent] }, [unmute, drop]],
    ['leaves a louder wish alone', 'all', { room: [rule(channelId, ['notify'])] }, []],
    [
      'finds a mute of another name',
      'all',
      { override: [{ ...mute('leads'), rule_id: 'quiet' }] },
      [{ kind: 'override', id: 'quiet' }],
    ],
  ])('C3 %s', (_, level, rules, changes) => {
    expect(levelOrder(level, rules)).toEqual({ rules: changes });
  });
});

import { describe, expect, it } from 'vitest';
import { aMessage } from '../fixtures.test-support';
import { defaultPass, type FocusSettings } from '../model/focus';
import type { Mention, Message } from '../model/message';
import type { Rule, RuleValues } from '../model/rule';
import {
  decide,
  everywhere,
  focus,
  forAWhile,
  general,
  inGeneral,
  inKind,
  nowMs,
  pause,
  rule,
  said,
  service,
  words,
  type Wish,
} from './policy.test-support';

describe('decideNotification, value by value', () => {
  it.each<[Mention, string]>([
    ['personal', 'show: mention'],
    ['group', 'show: mention'],
    ['none', 'drop: not-a-mention'],
    ['unknown', 'show: mention-unknown'],
  ])('N14 where only mentions are wanted, %s: %s', (mention, expected) => {
    expect(said({ rules: [rule(service, { notify: 'mentions' })] }, inGeneral(mention))).toBe(expected);
  });

  it('N14 in a direct conversation every message is meant for the person', () => {
    const rules = [rule(service, { notify: 'mentions', groupMentions: 'plain' })];
    for (const kind of ['direct', 'group'] as const)
      for (const mention of ['none', 'unknown', 'group'] as const)
        expect(said({ rules }, inKind(kind, mention))).toBe('show: mention');
  });

  it.each<[RuleValues, string]>([
    [{ notify: 'mentions', groupMentions: 'mention' }, 'show: mention'],
    [{ notify: 'mentions', groupMentions: 'plain' }, 'drop: not-a-mention'],
    [{ notify: 'mentions', groupMentions: 'none' }, 'drop: group-mention'],
    [{ notify: 'all', groupMentions: 'plain' }, 'show: wanted'],
    [{ notify: 'all', groupMentions: 'none' }, 'drop: group-mention'],
    [{ notify: 'none', groupMentions: 'mention' }, 'drop: muted'],
  ])('N15 @all with %j: %s', (values, expected) => {
    expect(said({ rules: [rule(service, values)] }, inGeneral('group'))).toBe(expected);
  });

  it.each<[string, readonly Rule[], Partial<Message>, string]>([
    [
      'a sender let through',
      [rule(service, { notify: 'none', letThrough: words(['mara']) })],
      {},
      'show: let-through',
    ],
    [
      'an @ before the name does not matter',
      [rule(service, { notify: 'none', letThrough: words(['@Mara']) })],
      {},
      'show: let-through',
    ],
    [
      'a word let through',
      [rule(service, { notify: 'none', letThrough: words([], ['Deploy']) })],
      { text: 'the DEPLOY failed' },
      'show: let-through',
    ],
    [
      'whole words only',
      [rule(service, { notify: 'none', letThrough: words([], ['deploy']) })],
      { text: 'redeployed' },
      'drop: muted',
    ],
    [
      'accents do not matter',
      [rule(service, { notify: 'none', letThrough: words([], ['cafe']) })],
      { text: 'to the café!' },
      'show: let-through',
    ],
    [
      'scripts without spaces',
      [rule(service, { notify: 'none', letThrough: words([], ['会議']) })],
      { text: '今日の会議は' },
      'show: let-through',
    ],
    [
      'a sender kept out',
      [rule(service, { keepOut: words(['Mara']) })],
      { mention: 'personal' },
      'drop: kept-out',
    ],
    [
      'letting through first in one rule',
      [rule(service, { letThrough: words(['Mara']), keepOut: words([], ['lunch']) })],
      { text: 'lunch' },
      'show: let-through',
    ],
    [
      'the nearest list',
      [rule(service, { letThrough: words(['Mara']) }), rule(general, { keepOut: words([], ['lunch']) })],
      { text: 'lunch' },
      'drop: kept-out',
    ],
    ['no sender known', [rule(service, { keepOut: words(['Mara']) })], { sender: undefined }, 'show: wanted'],
  ])('N16 lists: %s', (_, rules, changes, expected) => {
    expect(said({ rules }, inGeneral('none', changes))).toBe(expected);
  });

  it.each<[string, Wish, string]>([
    [
      'goes before lasting ones of nearer scope',
      {
        rules: [rule(general, { notify: 'all' })],
        temporary: [forAWhile(service, { preset: 'nothing' }, nowMs + 1)],
      },
      'drop: muted',
    ],
    [
      'gives way to a nearer one for a while',
      {
        temporary: [
          forAWhile(service, { preset: 'nothing' }, 9999),
          forAWhile(general, { preset: 'everything' }, 9999),
        ],
      },
      'show: wanted',
    ],
    [
      'is over at its moment',
      {
        rules: [rule(general, { notify: 'all' })],
        temporary: [forAWhile(service, { preset: 'nothing' }, nowMs)],
      },
      'show: wanted',
    ],
  ])('N17 a rule for a while %s', (_, wish, expected) => {
    expect(said(wish, inGeneral('none'))).toBe(expected);
  });

  it('N20 says how much may be seen, from the nearest rule', () => {
    const rules = [rule(everywhere, { preview: 'nothing' }), rule(general, { preview: 'sender' })];
    expect(decide({ rules }, inGeneral('none')).preview).toBe('sender');
    expect(decide({ rules }, aMessage()).preview).toBe('nothing');
    expect(decide({}, aMessage()).preview).toBe('full');
  });

  it.each<[string, Partial<FocusSettings>, Message, string]>([
    ['direct messages', { pass: { ...defaultPass, direct: true } }, inKind('direct', 'none'), 'show: wanted'],
    ['no others', { pass: { ...defaultPass, direct: true } }, inGeneral('personal'), 'hold: focus'],
    ['mentions', { pass: { ...defaultPass, mentions: true } }, inGeneral('personal'), 'show: wanted'],
    ['not @all', { pass: { ...defaultPass, mentions: true } }, inGeneral('group'), 'hold: focus'],
    [
      'not what nobody knows',
      { pass: { ...defaultPass, mentions: true } },
      inGeneral('unknown'),
      'hold: focus',
    ],
    ['people', { pass: { ...defaultPass, words: words(['Mara']) } }, inGeneral('none'), 'show: wanted'],
    [
      'words',
      { pass: { ...defaultPass, words: words([], ['fire']) } },
      inGeneral('none', { text: 'Fire!' }),
      'show: wanted',
    ],
  ])('Q3 lets pass %s', (_, settings, message, expected) => {
    expect(said(focus(settings), message)).toBe(expected);
  });

  it('Q3 a pause lets nothing pass', () => {
    const pass = { ...defaultPass, direct: true, mentions: true };
    expect(said({ focus: { ...pause.focus, pass } }, inKind('direct', 'personal'))).toBe('hold: paused');
  });
});

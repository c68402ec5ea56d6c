import { describe, expect, it } from 'vitest';
import { aMessage } from '../fixtures.test-support';
import type { ChannelKind } from '../model/channel';
import { defaultPass } from '../model/focus';
import type { Message } from '../model/message';
import type { Preset, Rule, RuleScope } from '../model/rule';
import type { PolicyInput } from './decide-notification';
import {
  decide,
  everywhere,
  focus,
  general,
  inGeneral,
  inKind,
  nowMs,
  pause,
  publicKind,
  rule,
  said,
  service,
  type Wish,
} from './policy.test-support';

const muted = [rule(service, { notify: 'none' })];

/** A quiet workspace with these services is away; another with those is up. */
const quietAway = (away: readonly string[], up: readonly string[]): Wish => ({
  workspaces: [
    { id: 'work', name: 'Work', serviceIds: away, staysQuiet: true },
    { id: 'home', name: 'Home', serviceIds: up, staysQuiet: true },
  ],
  activeWorkspaceId: 'home',
});

describe('decideNotification', () => {
  it.each<[string, Wish, Message, Partial<PolicyInput>, string]>([
    ['N1 shows what a service sends', {}, aMessage(), {}, 'show: wanted'],
    ['N2 drops that of a service not there', {}, aMessage({ serviceId: 'b' }), {}, 'drop: service-unknown'],
    ['N3 drops that of a muted service', { rules: muted }, aMessage(), {}, 'drop: muted'],
    ['N3 names mute before pause', { rules: muted, ...pause }, aMessage(), {}, 'drop: muted'],
    ['N4 holds while paused', pause, aMessage(), {}, 'hold: paused'],
    ['N4 holds in focus', focus(), aMessage(), {}, 'hold: focus'],
    ['N4 holds until its end', focus({}, nowMs + 1), aMessage(), {}, 'hold: focus'],
    ['N4 shows from its end on', focus({}, nowMs), aMessage(), {}, 'show: wanted'],
    ['N4 Q4 holds while the system says so', { systemDnd: 'on' }, aMessage(), {}, 'hold: system-dnd'],
    [
      'N4 Q4 does not ask the system where the person does not want it',
      { systemDnd: 'on', focus: { followSystem: false } },
      aMessage(),
      {},
      'show: wanted',
    ],
    ['N4 O9 holds while a quiet workspace is away', quietAway(['a'], []), aMessage(), {}, 'hold: workspace'],
    ['O9 shows what the one that is up has too', quietAway(['a'], ['a']), aMessage(), {}, 'show: wanted'],
    ['O9 shows what is in no quiet one', quietAway(['b'], []), aMessage(), {}, 'show: wanted'],
    [
      'O9 shows all while all are up',
      { ...quietAway(['a'], []), activeWorkspaceId: null },
      aMessage(),
      {},
      'show: wanted',
    ],
    [
      'O9 lets pass what may pass by hand',
      { ...quietAway(['a'], []), focus: { pass: { ...defaultPass, mentions: true } } },
      aMessage({ mention: 'personal' }),
      {},
      'show: wanted',
    ],
    ['N4 Q4 guesses nothing of the system', { systemDnd: 'unknown' }, aMessage(), {}, 'show: wanted'],
    [
      'N5 is quiet as the page asks',
      {},
      aMessage(),
      { asksSilence: true },
      'show-silently: service-asks-silence',
    ],
    [
      'N5 is quiet as a rule says',
      { rules: [rule(service, { sound: false })] },
      aMessage(),
      {},
      'show-silently: sound-off',
    ],
    ['N18 drops what is before the eyes', {}, aMessage(), { isOnScreen: true }, 'drop: on-screen'],
    ['N19 holds what a desktop cannot bear', {}, aMessage(), { isOverRate: true }, 'hold: too-many'],
    ['N19 names focus before a crowd', focus(), aMessage(), { isOverRate: true }, 'hold: focus'],
  ])('%s', (_, wish, message, more, expected) => {
    expect(said(wish, message, more)).toBe(expected);
  });

  it.each<[string, readonly Rule[], Message, string]>([
    ['everywhere', [rule(everywhere, { notify: 'none' })], inGeneral('none'), 'drop: muted'],
    [
      'the service before everywhere',
      [rule(everywhere, { notify: 'none' }), rule(service, { notify: 'all' })],
      inGeneral('none'),
      'show: wanted',
    ],
    [
      'the kind before the service',
      [rule(service, { notify: 'all' }), rule(publicKind, { notify: 'mentions' })],
      inGeneral('none'),
      'drop: not-a-mention',
    ],
    [
      'the channel before the kind',
      [rule(general, { notify: 'all' }), rule(publicKind, { notify: 'none' })],
      inGeneral('none'),
      'show: wanted',
    ],
    [
      'threads before the kind of their channel',
      [
        rule({ kind: 'channel-kind', serviceId: 'a', channelKind: 'thread' }, { notify: 'all' }),
        rule(publicKind, { notify: 'none' }),
      ],
      inGeneral('none', { isThreadReply: true }),
      'show: wanted',
    ],
    [
      'value by value',
      [rule(general, { badge: 'none' }), rule(service, { notify: 'none' })],
      inGeneral('none'),
      'drop: muted',
    ],
    [
      'not another service',
      [rule({ kind: 'service', serviceId: 'b' }, { notify: 'none' })],
      inGeneral('none'),
      'show: wanted',
    ],
    [
      'not another channel',
      [rule({ ...general, channelId: 'h' } as RuleScope, { notify: 'none' })],
      inGeneral('none'),
      'show: wanted',
    ],
    ['not another kind', [rule(publicKind, { notify: 'none' })], inKind('private', 'none'), 'show: wanted'],
  ])('N12 the nearest scope wins: %s', (_, rules, message, expected) => {
    expect(said({ rules }, message)).toBe(expected);
    expect(said({ rules: rules.toReversed() }, message)).toBe(expected);
  });

  it.each<[Preset, Record<ChannelKind, readonly [plain: string, group: string, personal: string]>]>([
    ['everything', table('all', 'all', 'all', 'all', 'all', 'all')],
    ['what-matters', table('mentions', 'all', 'all', 'all', 'mentions', 'all')],
    ['only-me', table('mentions', 'mentions', 'all', 'mentions', 'mentions', 'mentions')],
    ['nothing', table('none', 'none', 'none', 'none', 'none', 'none')],
  ])('N13 %s means for each kind of channel', (preset, expected) => {
    const rules = [rule(service, { preset })];
    for (const [kind, outcomes] of Object.entries(expected) as [ChannelKind, readonly string[]][]) {
      const mentions = ['none', 'group', 'personal'] as const;
      expect(
        mentions.map((mention) => decide({ rules }, inKind(kind, mention)).kind),
        kind,
      ).toEqual(outcomes);
    }
  });

  it('N13 a value beside a preset goes before it', () => {
    const rules = [rule(service, { preset: 'nothing', notify: 'all' })];
    expect(said({ rules }, inGeneral('none'))).toBe('show: wanted');
  });
});

/** What becomes of a plain message, of @all and of a mention, by kind of channel; levels as the preset means them. */
function table(open: string, closed: string, direct: string, thread: string, bot: string, unknown: string) {
  const isLoud = [open, closed, direct, thread, bot, unknown].every((level) => level === 'all');
  const outcomes = (level: string, isDirect = false): readonly [string, string, string] => {
    if (level === 'none') return ['drop', 'drop', 'drop'];
    if (level === 'all' || isDirect) return ['show', 'show', 'show'];
    return ['drop', isLoud ? 'show' : 'drop', 'show'];
  };
  return {
    public: outcomes(open),
    private: outcomes(closed),
    direct: outcomes(direct, true),
    group: outcomes(direct, true),
    thread: outcomes(thread),
    bot: outcomes(bot),
    unknown: outcomes(unknown),
  };
}

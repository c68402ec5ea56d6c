import type { Explanation, RuleRow } from '../../electron/core/ipc/answers';
import type { ChannelKind } from '../../electron/core/model/channel';
import type { RuleScope } from '../../electron/core/model/rule';

/** A row in which everything comes from Foyer itself, with changes. */
export const aRuleRow = (scope: RuleScope, changes: Partial<RuleRow> = {}): RuleRow => ({
  scope,
  serviceId: scope.kind === 'everywhere' ? undefined : scope.serviceId,
  name: scope.kind === 'channel' ? scope.name : '',
  channelKind: 'channelKind' in scope ? scope.channelKind : undefined,
  own: {},
  notify: { value: 'all', from: undefined },
  groupMentions: { value: 'mention', from: undefined },
  badge: { value: 'all', from: undefined },
  sound: { value: true, from: undefined },
  preview: { value: 'full', from: undefined },
  quietUntilMs: undefined,
  traffic: 0,
  isMutedThere: false,
  isPattern: false,
  ...changes,
});

/** Scope of a channel of the service `team`. */
export const channelScope = (name: string, channelKind: ChannelKind, serviceId = 'team'): RuleScope => ({
  kind: 'channel',
  serviceId,
  channelId: `id-${name}`,
  name,
  channelKind,
});

const from = (scope: RuleScope, isTemporary = false) => ({ scope, isTemporary });

/** A table in which every look of a cell is to be seen, and so many channels beside. */
export function aRuleTable(more = 0): readonly RuleRow[] {
  const team: RuleScope = { kind: 'service', serviceId: 'team' };
  const publics: RuleScope = { kind: 'channel-kind', serviceId: 'team', channelKind: 'public' };
  const random = channelScope('random', 'public');
  const bots = channelScope('ci-bot', 'bot');
  const ofTeam = {
    notify: { value: 'mentions', from: from(publics) },
    groupMentions: { value: 'plain', from: from(team) },
    badge: { value: 'mentions', from: from(team) },
  } as const;
  return [
    aRuleRow(
      { kind: 'everywhere' },
      { own: { sound: true }, sound: { value: true, from: from({ kind: 'everywhere' }) }, traffic: 231 },
    ),
    aRuleRow(team, {
      name: 'Team chat',
      own: { preset: 'what-matters' },
      notify: { value: 'all', from: from(team) },
      groupMentions: { value: 'plain', from: from(team) },
      badge: { value: 'all', from: from(team) },
      traffic: 198,
    }),
    aRuleRow(
      { kind: 'channel-kind', serviceId: 'team', channelKind: 'direct' },
      { traffic: 4, groupMentions: ofTeam.groupMentions },
    ),
    aRuleRow(channelScope('Mara Lindqvist', 'direct'), {
      traffic: 4,
      groupMentions: ofTeam.groupMentions,
      preview: { value: 'sender', from: from(channelScope('Mara Lindqvist', 'direct')) },
      own: { preview: 'sender' },
    }),
    aRuleRow(publics, { ...ofTeam, own: { notify: 'mentions' }, traffic: 190 }),
    aRuleRow(channelScope('general', 'public'), { ...ofTeam, traffic: 12 }),
    aRuleRow(random, {
      ...ofTeam,
      own: { preset: 'nothing' },
      notify: { value: 'none', from: from(random, true) },
      badge: { value: 'none', from: from(random) },
      quietUntilMs: 4_000_000_000_000,
      traffic: 1_164,
    }),
    aRuleRow(bots, {
      isMutedThere: true,
      isPattern: true,
      notify: { value: 'none', from: from(bots) },
      own: { notify: 'none' },
      traffic: 14,
    }),
    aRuleRow({ kind: 'service', serviceId: 'slack' }, { name: 'Acme', traffic: 33 }),
    ...Array.from({ length: more }, (_, index) =>
      aRuleRow(channelScope(`channel-${index + 1}`, 'public', 'slack'), { traffic: (index * 7) % 40 }),
    ),
  ];
}

/** What would become of a message in `random`, and why. */
export const anExplanation = (): readonly Explanation[] => {
  const team: RuleScope = { kind: 'service', serviceId: 'team' };
  const publics: RuleScope = { kind: 'channel-kind', serviceId: 'team', channelKind: 'public' };
  return [
    {
      mention: 'personal',
      decision: { kind: 'hold', reason: 'focus', preview: 'full', from: undefined },
      trail: [
        { step: 'mention', value: 'personal' },
        { step: 'value', field: 'notify', value: 'mentions', from: from(publics), decided: false },
        { step: 'focus', source: 'focus', passes: false, decided: true },
      ],
    },
    {
      mention: 'none',
      decision: { kind: 'drop', reason: 'not-a-mention', preview: 'full', from: from(publics) },
      trail: [
        { step: 'mention', value: 'none' },
        { step: 'value', field: 'groupMentions', value: 'plain', from: from(team), decided: false },
        { step: 'value', field: 'notify', value: 'mentions', from: from(publics), decided: true },
      ],
    },
  ];
};

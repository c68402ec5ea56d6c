import {
  decideNotification,
  type Policy,
  type PolicyInput,
} from '../../../electron/core/decide/decide-notification';
import { ruleBookOf } from '../../../electron/core/decide/rule-book';
import { defaultFocus, defaultPass, type FocusSchedule } from '../../../electron/core/model/focus';
import type { Rule, TemporaryRule } from '../../../electron/core/model/rule';

const SERVICES = 50;
const CHANNELS = 90;
const RULES = 5_000;
const DECISIONS = 200_000;
const kinds = ['public', 'private', 'direct', 'thread', 'bot'] as const;
const mentions = ['personal', 'group', 'none', 'none', 'none'] as const;

/** Rules of all four scopes, some with lists of words: 5,000 in all. */
function createRules(): readonly Rule[] {
  const rules: Rule[] = [{ scope: { kind: 'everywhere' }, values: { groupMentions: 'plain' } }];
  for (let service = 0; service < SERVICES; service += 1) {
    const serviceId = `service-${service}`;
    const words = { senders: [], keywords: ['deploy', 'outage'] };
    rules.push({
      scope: { kind: 'service', serviceId },
      values: { preset: 'what-matters', letThrough: words },
    });
    for (const channelKind of kinds)
      rules.push({ scope: { kind: 'channel-kind', serviceId, channelKind }, values: { preview: 'sender' } });
    for (let channel = 0; channel < CHANNELS; channel += 1)
      rules.push({
        scope: { kind: 'channel', serviceId, channelId: `c${channel}`, name: '', channelKind: 'public' },
        values: { notify: channel % 3 === 0 ? 'none' : 'mentions', badge: 'mentions' },
      });
  }
  while (rules.length < RULES)
    rules.push({
      scope: {
        kind: 'channel',
        serviceId: 'service-0',
        channelId: `more${rules.length}`,
        name: '',
        channelKind: 'public',
      },
      values: { sound: false },
    });
  return rules;
}

/** Gives how many decisions a second this thread makes: half of the channels have a rule, a schedule is on for some. */
export function measure(nowMs: () => number): { readonly perSecond: number; readonly rules: number } {
  const rules = createRules();
  const temporary: readonly TemporaryRule[] = Array.from({ length: 20 }, (_, index) => ({
    scope: { kind: 'service', serviceId: `service-${index}` },
    values: { preset: 'nothing' },
    startedAtMs: 0,
    untilMs: index % 2 === 0 ? 1 : 1e13,
    end: 'duration',
  }));
  const schedule: FocusSchedule = {
    id: 'night',
    name: 'Night',
    enabled: true,
    ranges: [],
    services: { kind: 'some', serviceIds: ['service-30', 'service-31'] },
    pass: { ...defaultPass, mentions: true },
  };
  const policy: Policy = {
    book: ruleBookOf(rules, temporary, []),
    focus: {
      settings: {
        ...defaultFocus,
        schedules: [schedule],
      },
      windows: [{ scheduleId: 'night', startMs: 0, endMs: 1e13 }],
      systemDnd: 'off',
      workspaces: [],
      activeWorkspaceId: null,
    },
    services: new Set(Array.from({ length: SERVICES }, (_, index) => `service-${index}`)),
  };
  const inputs: readonly PolicyInput[] = Array.from({ length: 4_096 }, (_, index) => ({
    message: {
      serviceId: `service-${index % SERVICES}`,
      channel: {
        id: `c${(index * 7) % (2 * CHANNELS)}`,
        name: 'channel',
        kind: kinds[index % kinds.length] ?? 'public',
      },
      sender: `Person ${index % 40}`,
      mention: mentions[index % mentions.length] ?? 'none',
      isThreadReply: index % 9 === 0,
      text: `Somebody says something about lunch, and about ${index % 50 === 0 ? 'the deploy' : 'the weather'}`,
    },
    asksSilence: index % 10 === 0,
    isOnScreen: false,
    isOverRate: false,
  }));
  const started = nowMs();
  let shown = 0;
  for (let index = 0; index < DECISIONS; index += 1) {
    const input = inputs[index % inputs.length];
    if (input !== undefined && decideNotification(policy, input, 1_000).kind === 'show') shown += 1;
  }
  const seconds = (nowMs() - started) / 1000;
  if (shown === 0 || shown === DECISIONS) throw new Error('the rules decide nothing');
  return { perSecond: Math.round(DECISIONS / seconds), rules: rules.length };
}

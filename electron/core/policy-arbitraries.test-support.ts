import * as fc from 'fast-check';
import type { Channel, ChannelKind, ChannelPattern } from './model/channel';
import type { FocusNow, FocusSchedule, FocusSettings, Pass } from './model/focus';
import type { Mention, Message } from './model/message';
import type { Rule, RuleScope, RuleValues, TemporaryRule, WordList } from './model/rule';

/** What properties of rules and focus are tried on: few names, so that things meet. */
export const someServiceId = fc.constantFrom('s1', 's2', 's3', 's4');
const channelId = fc.constantFrom('general', 'random', 'mara');
const flag = fc.boolean();
const timeMs = fc.nat(1_000_000);
const mode = fc.constantFrom('duration' as const, 'moment' as const);
export const someKind: fc.Arbitrary<ChannelKind> = fc.constantFrom(
  'public',
  'private',
  'direct',
  'group',
  'thread',
  'bot',
  'unknown',
);

const channelScope = fc.record({
  kind: fc.constant('channel' as const),
  serviceId: someServiceId,
  channelId,
  name: fc.constant('#room'),
  channelKind: someKind,
});

export const someScope: fc.Arbitrary<RuleScope> = fc.oneof(
  fc.constant({ kind: 'everywhere' } as const),
  fc.record({ kind: fc.constant('service' as const), serviceId: someServiceId }),
  fc.record({
    kind: fc.constant('channel-kind' as const),
    serviceId: someServiceId,
    channelKind: someKind,
  }),
  channelScope,
);

const words: fc.Arbitrary<WordList> = fc.record({
  senders: fc.subarray(['Mara', 'ci-bot']),
  keywords: fc.subarray(['deploy', 'lunch']),
});

export const someValues: fc.Arbitrary<RuleValues> = fc.record(
  {
    preset: fc.constantFrom('everything', 'what-matters', 'only-me', 'nothing'),
    notify: fc.constantFrom('all', 'mentions', 'none'),
    groupMentions: fc.constantFrom('mention', 'plain', 'none'),
    badge: fc.constantFrom('all', 'mentions', 'none'),
    sound: flag,
    preview: fc.constantFrom('full', 'sender', 'nothing'),
    letThrough: words,
    keepOut: words,
  },
  { requiredKeys: [] },
);

export const someRule: fc.Arbitrary<Rule> = fc.record({ scope: someScope, values: someValues });
export const someTemporaryRule: fc.Arbitrary<TemporaryRule> = fc.record({
  scope: someScope,
  values: someValues,
  startedAtMs: timeMs,
  untilMs: timeMs,
  end: mode,
});

export const someMessage: fc.Arbitrary<Message> = fc.record({
  serviceId: someServiceId,
  channel: fc.option(fc.record({ id: channelId, name: fc.constant('#room'), kind: someKind }), {
    nil: undefined,
  }),
  sender: fc.constantFrom(undefined, 'Mara', 'ci-bot', 'Bob'),
  mention: fc.constantFrom<Mention>('personal', 'group', 'none', 'unknown'),
  isThreadReply: flag,
  text: fc.constantFrom('lunch?', 'the deploy failed', 'hello'),
});

const pass: fc.Arbitrary<Pass> = fc.record({ direct: flag, mentions: flag, words });
const minute = fc.nat(1440);
export const someSchedule: fc.Arbitrary<FocusSchedule> = fc.record({
  id: fc.constantFrom('night', 'lunch'),
  name: fc.constant('Night'),
  enabled: flag,
  ranges: fc.array(
    fc.record({ weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7]), fromMinute: minute, toMinute: minute }),
    { maxLength: 3 },
  ),
  services: fc.oneof(
    fc.constant({ kind: 'all' } as const),
    fc.record({
      kind: fc.constant('some' as const),
      serviceIds: fc.uniqueArray(someServiceId, { maxLength: 3 }),
    }),
  ),
  pass,
});
export const someFocusNow: fc.Arbitrary<FocusNow> = fc.record({
  startedAtMs: timeMs,
  untilMs: fc.option(timeMs),
  end: mode,
  isPause: flag,
});
const focusParts = {
  schedules: fc.uniqueArray(someSchedule, { maxLength: 2, selector: (one) => one.id }),
  pass,
  followSystem: flag,
  hidesCounts: flag,
};
export const someFocusChange = fc.record(focusParts, { requiredKeys: [] });
export const someFocus: fc.Arbitrary<FocusSettings> = fc.record({
  ...focusParts,
  now: fc.option(someFocusNow),
  skipped: fc.constant([]),
});
export const someWindow = fc
  .record({
    scheduleId: fc.constantFrom('night', 'lunch'),
    startMs: timeMs,
    lengthMs: fc.integer({ min: 1, max: 50_000 }),
  })
  .map(({ scheduleId, startMs, lengthMs }) => ({ scheduleId, startMs, endMs: startMs + lengthMs }));
export const somePattern: fc.Arbitrary<ChannelPattern> = fc.record({
  channelId,
  serviceId: someServiceId,
  name: fc.constant('#room'),
  kind: someKind,
  on: fc.constantFrom('title' as const, 'tag' as const),
  how: fc.constantFrom('is' as const, 'starts' as const, 'ends' as const, 'contains' as const),
  text: fc.constantFrom('#room', 'x'),
});
export const someChannel: fc.Arbitrary<Channel> = fc.record({
  id: channelId,
  name: fc.constant('#room'),
  kind: someKind,
  unread: fc.nat(20),
  mentions: fc.nat(5),
  muted: flag,
  favourite: flag,
  lastActivityMs: fc.option(timeMs, { nil: undefined }),
});
export const someForAWhile = fc.oneof(
  fc.record({ kind: fc.constant('minutes' as const), minutes: fc.integer({ min: 1, max: 600 }) }),
  fc.constant({ kind: 'tomorrow' } as const),
);

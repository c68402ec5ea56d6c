import * as fc from 'fast-check';
import {
  someChannel,
  someFocus,
  someFocusChange,
  someFocusNow,
  someForAWhile,
  someMessage,
  somePattern,
  someRule,
  someScope,
  someServiceId as serviceId,
  someTemporaryRule,
  someValues,
  someWindow,
} from '../policy-arbitraries.test-support';
import type { PageNotification } from '../model/notification';
import type { ActionOf, NotificationAction } from './actions';
import type { PolicyAction } from './policy-actions';

const nowMs = fc.nat(1_000_000);
type Kinds =
  | PolicyAction['kind']
  | 'channel-shown'
  | Extract<NotificationAction['kind'], `summary-${string}`>;

/** What each kind of action about rules, focus and channels carries. */
export const policyActions: { readonly [K in Kinds]: fc.Arbitrary<Omit<ActionOf<K>, 'kind'>> } = {
  'summary-shown': fc.record({
    summary: fc.constant({
      id: 'x',
      title: 'Focus is over',
      body: '',
      filter: { decisions: ['hold'] as const },
    }),
  }),
  'connection-reported': fc.record({
    serviceId,
    connection: fc.constantFrom('live' as const, 'polling' as const, 'lost' as const),
    nowMs,
  }),
  'channel-mute-settled': fc.record({ serviceId, channelId: fc.constantFrom('general', 'random') }),
  'summary-clicked': fc.constant({}),
  'summary-dismissed': fc.constant({}),
  'rule-set': someRule,
  'rules-set': fc.record({ rules: fc.array(someRule, { maxLength: 3 }) }),
  'temporary-rule-set': fc.record({ rule: someTemporaryRule }),
  'temporary-rule-ended': fc.record({ scope: someScope }),
  'pattern-added': fc.record({ pattern: somePattern }),
  'pattern-removed': fc.record({ serviceId, channelId: fc.constantFrom('general', 'random') }),
  'policy-imported': fc.record({
    rules: fc.array(someRule, { maxLength: 2 }),
    temporaryRules: fc.constant([]),
    patterns: fc.constant([]),
    focus: someFocus,
  }),
  'busy-hint-answered': fc.record({
    answer: fc.constantFrom('only-me' as const, 'what-matters' as const, 'keep' as const),
  }),
  'pause-requested': fc.record({ scope: someScope, values: someValues, until: someForAWhile }),
  'focus-requested': fc.record({ until: fc.option(someForAWhile), isPause: fc.boolean() }),
  'focus-end-requested': fc.constant({}),
  'focus-toggle-requested': fc.constant({}),
  'focus-begun': fc.record({ now: someFocusNow }),
  'focus-ended': fc.record({ nowMs }),
  'focus-settings-changed': fc.record({ focus: someFocusChange }),
  'focus-windows-found': fc.record({ windows: fc.array(someWindow, { maxLength: 3 }), nowMs }),
  'system-dnd-changed': fc.record({
    dnd: fc.constantFrom('on' as const, 'off' as const, 'unknown' as const),
  }),
  'clock-reached': fc.record({ nowMs }),
  'clock-set-back': fc.record({ byMs: fc.nat(9999), nowMs }),
  'channels-reported': fc.record({ serviceId, channels: fc.array(someChannel, { maxLength: 3 }) }),
  'sign-in-reported': fc.record({
    serviceId,
    isSignedIn: fc.boolean(),
    server: fc.constantFrom(undefined, { name: 'Chat', version: undefined }),
  }),
  'channel-shown': fc.record({ serviceId, channelId: fc.constantFrom(undefined, 'general', 'random') }),
  'adapter-failed': fc.record({ serviceId, reason: fc.constant('no model') }),
  'channel-open-requested': fc.record({ serviceId, channelId: fc.constant('general') }),
  'channel-read-requested': fc.record({ serviceId, channelId: fc.constant('general') }),
  'service-read-requested': fc.record({ serviceId }),
  'channel-mute-requested': fc.record({
    serviceId,
    channelId: fc.constant('general'),
    level: fc.constantFrom('all' as const, 'none' as const),
  }),
};

const text = fc.string({ maxLength: 12 });
const flag = fc.boolean();

/** Notifications of few services, documents and tags, so that they meet. */
export const someNotification: fc.Arbitrary<PageNotification> = fc
  .record({
    id: fc.nat(40).map((number) => `n${number}`),
    serviceId,
    pageId: fc.constantFrom('p1', 'p2', 'p3'),
    senderKey: fc.constantFrom('doc1', 'doc2'),
    title: text,
    body: text,
    iconUrl: fc.constant(undefined),
    tag: fc.constantFrom('', '', 'room'),
    silent: flag,
    renotify: flag,
    requireInteraction: flag,
    origin: fc.constantFrom('page' as const, 'worker' as const),
    shownAtMs: nowMs,
    message: someMessage,
  })
  .map((one) => Object.assign(one, { message: { ...one.message, serviceId: one.serviceId } }));

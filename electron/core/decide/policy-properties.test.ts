import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { aNotification, aService, aState, requested } from '../fixtures.test-support';
import { scopeKey, type Rule, type RuleScope, type TemporaryRule } from '../model/rule';
import {
  someFocus,
  someMessage,
  someRule,
  someScope,
  someTemporaryRule,
  someWindow,
} from '../policy-arbitraries.test-support';
import { reduce } from '../state/reduce';
import { selectPolicy } from '../state/select-policy';
import { decideNotification, explainNotification, type Policy } from './decide-notification';
import { ruleBookOf } from './rule-book';
import { toInboxEntry } from './to-inbox-entry';

const nowMs = 500_000;
const rules = fc.array(someRule, { maxLength: 8 });
const temporary = fc.array(someTemporaryRule, { maxLength: 4 });
const input = fc.record({
  message: someMessage,
  asksSilence: fc.boolean(),
  isOnScreen: fc.boolean(),
  isOverRate: fc.boolean(),
});
const facts = fc.record({
  settings: someFocus,
  windows: fc.array(someWindow, { maxLength: 2 }),
  systemDnd: fc.constantFrom('on' as const, 'off' as const, 'unknown' as const),
  workspaces: fc.array(
    fc.record({
      id: fc.constantFrom('w1', 'w2'),
      name: fc.constant('Work'),
      serviceIds: fc.array(fc.constantFrom('s1', 's2', 's3')),
      staysQuiet: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
  activeWorkspaceId: fc.constantFrom('w1', 'w2', null),
});
const services = new Set(['s1', 's2', 's3']);
const toPolicy = (
  lasting: readonly Rule[],
  forAWhile: readonly TemporaryRule[],
  focus: Policy['focus'],
): Policy => ({ book: ruleBookOf(lasting, forAWhile, []), focus, services });

/** One rule of each scope at most: of two for one scope the later counts. */
const byScope = (all: readonly Rule[]): readonly Rule[] => [
  ...new Map(all.map((rule) => [scopeKey(rule.scope), rule])).values(),
];
const nearness = (scope: RuleScope): number =>
  ['channel', 'channel-kind', 'service', 'everywhere'].indexOf(scope.kind);

it('N12 the order of rules of different scopes changes nothing', () => {
  fc.assert(
    fc.property(rules.map(byScope), fc.nat(), temporary, facts, input, (all, seed, some, focus, one) => {
      const turned = all.toSorted(
        (a, b) => ((scopeKey(a.scope).length * seed) % 7) - ((scopeKey(b.scope).length * seed) % 7),
      );
      expect(decideNotification(toPolicy(turned.toReversed(), some, focus), one, nowMs)).toEqual(
        decideNotification(toPolicy(all, some, focus), one, nowMs),
      );
    }),
  );
});

it('N12 no rule farther off than the one that decided changes the decision', () => {
  fc.assert(
    fc.property(rules.map(byScope), facts, input, someRule, (all, focus, one, other) => {
      const decision = decideNotification(toPolicy(all, [], focus), one, nowMs);
      const { from } = decision;
      if (from === undefined) return;
      // One that sets only what was decided, in a scope farther off and not there yet.
      const isFarther = nearness(other.scope) > nearness(from.scope);
      if (!isFarther || all.some((rule) => scopeKey(rule.scope) === scopeKey(other.scope))) return;
      const { letThrough: _a, keepOut: _b, ...values } = other.values;
      const field = decision.reason === 'sound-off' ? 'sound' : 'notify';
      const more = byScope([...all, { scope: other.scope, values: { [field]: values[field] } }]);
      const again = decideNotification(toPolicy(more, [], focus), one, nowMs);
      expect(again.kind).toBe(decision.kind);
      expect(again.from).toEqual(from);
    }),
    { numRuns: 500 },
  );
});

it('N17 a mute for a while that is over gives the former decisions', () => {
  fc.assert(
    fc.property(rules, facts, input, someScope, (all, focus, one, scope) => {
      const mute: TemporaryRule = {
        scope,
        values: { preset: 'nothing' },
        startedAtMs: 0,
        untilMs: nowMs,
        end: 'duration',
      };
      expect(decideNotification(toPolicy(all, [mute], focus), one, nowMs)).toEqual(
        decideNotification(toPolicy(all, [], focus), one, nowMs),
      );
    }),
  );
});

it('N21 every decision has a trail whose last decided step is its reason, the same whether or not it is asked for', () => {
  fc.assert(
    fc.property(rules, temporary, facts, input, (all, some, focus, one) => {
      const policy = toPolicy(all, some, focus);
      const { decision, trail } = explainNotification(policy, one, nowMs);
      expect(decision).toEqual(decideNotification(policy, one, nowMs));
      expect(trail.length).toBeGreaterThan(0);
      const decided = trail.findLast((step) => 'decided' in step && step.decided);
      expect(decided).toBeDefined();
      const reasons = {
        focus: ['focus', 'paused', 'schedule', 'workspace', 'system-dnd'],
        'on-screen': ['on-screen'],
        'too-many': ['too-many'],
        'service-unknown': ['service-unknown'],
        'asks-silence': ['service-asks-silence'],
        value: [
          'wanted',
          'mention',
          'mention-unknown',
          'let-through',
          'kept-out',
          'muted',
          'not-a-mention',
          'group-mention',
          'sound-off',
        ],
        mention: [],
      } satisfies Record<(typeof trail)[number]['step'], string[]>;
      expect(reasons[decided?.step ?? 'mention']).toContain(decision.reason);
      if (decided?.step === 'value') expect(decided.from).toEqual(decision.from);
    }),
    { numRuns: 500 },
  );
});

it('N21 nothing of a service that is there is dropped or held without a record of it', () => {
  fc.assert(
    fc.property(rules, temporary, someMessage, fc.boolean(), (all, some, message, isOverRate) => {
      const state = aState(
        ['s1', 's2', 's3'].map((id) => aService(id)),
        { rules: all, temporaryRules: some },
      );
      const notification = aNotification('n', { serviceId: message.serviceId, message });
      const entry = toInboxEntry(state, notification, isOverRate, nowMs);
      const after = reduce(state, requested(notification, nowMs, isOverRate));
      const isShown = after.session.notifications.length > 0;
      const isThere = selectPolicy(state).services.has(message.serviceId);
      expect(entry !== undefined).toBe(isThere);
      if (entry === undefined) return;
      expect(entry.decision === 'show' || entry.decision === 'show-silently').toBe(isShown);
      expect(entry.reason).not.toBe('');
    }),
  );
});

import { RULES_MAX, scopeKey, type Rule, type RuleScope, type RuleValues } from '../model/rule';
import { PATTERNS_MAX } from '../model/persisted';
import type { PolicyAction } from './policy-actions';
import type { AppState } from './app-state';
import { withPersisted, withSession } from './change';
import { isServiceThere } from './is-service';
import { toKnownScope } from './known-scopes';
import { reduceChannels } from './reduce-channels';
import { withRulesLater } from './server-mutes';
import { reduceFocus } from './reduce-focus';

/** Applies what the person wants to hear of, and when. */
export function reducePolicy(state: AppState, action: PolicyAction): AppState {
  const next = apply(state, action);
  const isSame =
    next.persisted.rules === state.persisted.rules &&
    next.persisted.temporaryRules === state.persisted.temporaryRules &&
    next.persisted.patterns === state.persisted.patterns &&
    next.persisted.serverMutes === state.persisted.serverMutes &&
    next.session.services === state.session.services;
  return isSame ? next : withSession(next, { policyVersion: next.session.policyVersion + 1 });
}

function apply(state: AppState, action: PolicyAction): AppState {
  const { rules, temporaryRules, patterns } = state.persisted;
  switch (action.kind) {
    case 'rule-set':
      return withRules(state, [action]);
    case 'rules-set':
      return withRules(state, action.rules);
    case 'temporary-rule-set': {
      if (!isOfKnown(state, action.rule.scope)) return state;
      const rule = { ...action.rule, scope: toKnownScope(state, action.rule.scope) };
      const others = withoutScope(temporaryRules, rule.scope);
      if (others.length >= RULES_MAX) return state;
      return withPersisted(state, { temporaryRules: [...others, rule] });
    }
    case 'temporary-rule-ended':
      return withPersisted(state, {
        temporaryRules: withoutScope(temporaryRules, toKnownScope(state, action.scope)),
      });
    case 'pattern-added': {
      const { pattern } = action;
      if (!isServiceThere(state, pattern.serviceId)) return state;
      const others = patterns.filter(
        (one) => one.serviceId !== pattern.serviceId || one.channelId !== pattern.channelId,
      );
      if (others.length >= PATTERNS_MAX) return state;
      return withPersisted(state, { patterns: [...others, pattern] });
    }
    case 'pattern-removed': {
      const isIt = (one: { readonly serviceId: string; readonly channelId: string }): boolean =>
        one.serviceId === action.serviceId && one.channelId === action.channelId;
      const isLeft = ({ scope }: { readonly scope: RuleScope }): boolean =>
        scope.kind !== 'channel' || !isIt(scope);
      return withPersisted(state, {
        patterns: patterns.filter((one) => !isIt(one)),
        rules: rules.filter(isLeft),
        temporaryRules: temporaryRules.filter(isLeft),
      });
    }
    case 'policy-imported': {
      const { kind: _kind, ...imported } = action;
      return withPersisted(state, imported);
    }
    case 'busy-hint-answered':
      return answerBusyHint(state, action.answer);
    case 'pause-requested':
    case 'focus-requested':
    case 'focus-end-requested':
    case 'focus-toggle-requested':
      return state;
    case 'channels-reported':
    case 'sign-in-reported':
    case 'connection-reported':
    case 'adapter-failed':
    case 'channel-open-requested':
    case 'channel-mute-requested':
    case 'channel-read-requested':
    case 'service-read-requested':
    case 'channel-mute-settled':
      return reduceChannels(state, action);
    default:
      return reduceFocus(state, action);
  }
}

/** False for what belongs to a service that is not there. */
const isOfKnown = (state: AppState, scope: RuleScope): boolean =>
  scope.kind === 'everywhere' || isServiceThere(state, scope.serviceId);

const withoutScope = <R extends { readonly scope: RuleScope }>(
  rules: readonly R[],
  scope: RuleScope,
): readonly R[] => {
  const key = scopeKey(scope);
  return rules.filter((rule) => scopeKey(rule.scope) !== key);
};

/**
 * Puts each rule in the place of those of its scope; one without values takes them away. Where there is no room for a
 * new one it is not made: what the person set before stays.
 */
function withRules(state: AppState, set: readonly Rule[]): AppState {
  const byKey = new Map(state.persisted.rules.map((rule) => [scopeKey(rule.scope), rule]));
  let isChanged = false;
  for (const rule of set) {
    if (!isOfKnown(state, rule.scope)) continue;
    const scope = toKnownScope(state, rule.scope);
    const key = scopeKey(scope);
    const values = withoutNothing(rule.values);
    if (Object.keys(values).length === 0) isChanged = byKey.delete(key) || isChanged;
    else if (byKey.has(key) || byKey.size < RULES_MAX) {
      byKey.set(key, { scope, values });
      isChanged = true;
    }
  }
  return isChanged ? withRulesLater(withPersisted(state, { rules: [...byKey.values()] }), set) : state;
}

/** Leaves out values that say nothing. */
const withoutNothing = (values: RuleValues): RuleValues =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== undefined && (typeof value !== 'object' || hasWords(value)),
    ),
  );

const hasWords = ({ senders, keywords }: { readonly senders: unknown[]; readonly keywords: unknown[] }) =>
  senders.length + keywords.length > 0;

function answerBusyHint(state: AppState, answer: 'only-me' | 'what-matters' | 'keep'): AppState {
  const hint = state.session.busyHint;
  if (hint === undefined) return state;
  const answered = withSession(state, { busyHint: undefined });
  if (answer === 'keep') return answered;
  const { serviceId, channelId, name, channelKind } = hint;
  const scope: RuleScope =
    answer === 'only-me'
      ? { kind: 'channel', serviceId, channelId, name, channelKind }
      : { kind: 'service', serviceId };
  return withRules(answered, [{ scope, values: { preset: answer } }]);
}

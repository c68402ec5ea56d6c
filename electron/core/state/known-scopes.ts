import type { Channel } from '../model/channel';
import type { Rule, RuleScope, TemporaryRule } from '../model/rule';
import { scopeKey } from '../model/rule';
import type { AppState } from './app-state';
import { withPersisted } from './change';
import { selectServiceSession } from './selectors';

/** Ids made of a notification's wording, before an adapter told which channel it is: `name:#dev`, `with:ann`. */
const WORDED = /^(?:name|with):/;

/** Gives the scope by the id an adapter gave the channel, where a rule names it by the wording of its notifications. */
export function toKnownScope(state: AppState, scope: RuleScope): RuleScope {
  if (scope.kind !== 'channel' || !WORDED.test(scope.channelId)) return scope;
  return toKnown(scope, selectServiceSession(state, scope.serviceId).channels ?? []);
}

function toKnown(scope: RuleScope, channels: readonly Channel[]): RuleScope {
  if (scope.kind !== 'channel' || !WORDED.test(scope.channelId)) return scope;
  const name = scope.name.toLowerCase();
  const [found, second] = channels.filter((channel) => channel.name.toLowerCase() === name);
  if (found === undefined || second !== undefined) return scope;
  return { ...scope, channelId: found.id, name: found.name, channelKind: found.kind };
}

/** Gives the state with the rules of a service's channels by the ids its adapter tells; one that is there stays. */
export function withKnownScopes(state: AppState, serviceId: string, channels: readonly Channel[]): AppState {
  const { rules, temporaryRules } = state.persisted;
  const isWorded = ({ scope }: { readonly scope: RuleScope }): boolean =>
    scope.kind === 'channel' && scope.serviceId === serviceId && WORDED.test(scope.channelId);
  if (!rules.some(isWorded) && !temporaryRules.some(isWorded)) return state;
  const move = <R extends Rule | TemporaryRule>(all: readonly R[]): readonly R[] => {
    const there = new Set(all.map(({ scope }) => scopeKey(scope)));
    return all.map((rule) => {
      const scope = isWorded(rule) ? toKnown(rule.scope, channels) : rule.scope;
      return scope === rule.scope || there.has(scopeKey(scope)) ? rule : { ...rule, scope };
    });
  };
  return withPersisted(state, { rules: move(rules), temporaryRules: move(temporaryRules) });
}

import { lastOfEach } from '../model/last-of-each';
import { RULES_MAX, scopeKey } from '../model/rule';
import { SERVICES_MAX } from '../model/service';
import { WORKSPACES_MAX, type Workspace } from '../model/workspace';
import type { ActionOf } from './actions';
import { newServiceSession, type AppState } from './app-state';
import { withoutRemovals, withPersisted, withSession } from './change';

/**
 * Puts what came from another app behind what is there. What is there already stays as it is, so that the same brought
 * again changes nothing; a service that could still be undone comes anew.
 */
export function bring(
  state: AppState,
  { services: came, rules, tweaks, workspaces }: ActionOf<'services-brought'>,
): AppState {
  const { persisted, session } = state;
  const ids = new Set(persisted.services.map(({ id }) => id));
  const added = lastOfEach(came, ({ id }) => id)
    .filter(({ id }) => !ids.has(id))
    .slice(0, SERVICES_MAX - persisted.services.length);
  const addedIds = new Set(added.map(({ id }) => id));
  const known = new Set(persisted.rules.map(({ scope }) => scopeKey(scope)));
  const addedRules = rules
    .filter(
      ({ scope }) => scope.kind === 'service' && addedIds.has(scope.serviceId) && !known.has(scopeKey(scope)),
    )
    .slice(0, RULES_MAX - persisted.rules.length);
  const services = [...persisted.services, ...added];
  const next = withPersisted(state, {
    services,
    rules: [...persisted.rules, ...addedRules],
    // Those of one whose removal could be undone are still there.
    tweaks: [
      ...persisted.tweaks.filter(({ serviceId }) => !addedIds.has(serviceId)),
      ...tweaks.filter(({ serviceId }) => addedIds.has(serviceId)),
    ],
    workspaces: withWorkspaces(persisted.workspaces, workspaces, new Set(services.map(({ id }) => id))),
    activeServiceId:
      persisted.activeServiceId ?? added.find(({ enabled }) => enabled)?.id ?? added[0]?.id ?? null,
  });
  return withSession(next, {
    services: {
      ...session.services,
      ...Object.fromEntries(added.map(({ id }) => [id, newServiceSession])),
    },
    ...withoutRemovals(session, addedIds),
    policyVersion: session.policyVersion + (addedRules.length > 0 ? 1 : 0),
  });
}

/** Each holds what it held, then what came. */
function withWorkspaces(
  here: readonly Workspace[],
  came: readonly Workspace[],
  ids: ReadonlySet<string>,
): readonly Workspace[] {
  const grown = here.map((workspace) => {
    const more = came.filter(({ id }) => id === workspace.id).flatMap(({ serviceIds }) => serviceIds);
    return {
      ...workspace,
      serviceIds: [...new Set([...workspace.serviceIds, ...more.filter((id) => ids.has(id))])],
    };
  });
  const added = lastOfEach(came, ({ id }) => id)
    .filter(({ id }) => !here.some((workspace) => workspace.id === id))
    .flatMap(({ serviceIds, ...workspace }) => {
      const there = [...new Set(serviceIds)].filter((id) => ids.has(id));
      return there.length === 0 ? [] : [Object.assign(workspace, { serviceIds: there })];
    });
  return [...grown, ...added].slice(0, WORKSPACES_MAX);
}

import { isSame } from '../model/is-same';
import type { Service, ServiceId } from '../model/service';
import { leaderOf, membersOf, storageIdOf } from '../model/storage-group';
import type { SpellChoice } from '../model/spelling';
import { isUntweaked, tweaksOf } from '../model/tweaks';
import type { AppState } from './app-state';
import { withoutAccount, withoutCredentials, withPersisted } from './change';

/**
 * Keeps alike what a storage has but once: how it names its browser, which way it goes, in what it is checked. What was
 * changed for one holds for all that sign in together; who joins them takes what they have. A service that uses another
 * storage than before is another account: nobody hears it as the one it was.
 */
export function withStorages(before: AppState, after: AppState): AppState {
  const { services, tweaks } = after.persisted;
  if (services === before.persisted.services && tweaks === before.persisted.tweaks) return after;
  const moved = before.persisted.services.filter((was) => {
    const is = services.find(({ id }) => id === was.id);
    return is !== undefined && storageIdOf(is) !== storageIdOf(was);
  });
  const alone = moved.reduce((state, { id }) => withoutAccount(withoutCredentials(state, id), id), after);
  // By what they use, however that is written down: a backup made by hand may name another's as one's own.
  const used = services.map(storageIdOf);
  const shared = new Set(used.filter((storageId, index) => used.indexOf(storageId) !== index));
  return [...shared].reduce((state, storageId) => withAlike(before, state, storageId), alone);
}

/** What a storage has but once. */
function onceOf({ persisted }: AppState, serviceId: ServiceId) {
  const { userAgent, proxy, proxyLogin } = tweaksOf(persisted.tweaks, serviceId);
  const spelling = persisted.services.find(({ id }) => id === serviceId)?.spelling ?? null;
  return { tweaks: { userAgent, proxy, proxyLogin }, spelling };
}

function withAlike(before: AppState, state: AppState, storageId: ServiceId): AppState {
  const members = membersOf(state.persisted.services, storageId);
  if (members.length < 2) return state;
  const once = onceOf(state, sourceOf(before, state, members, storageId));
  const ids = members.map(({ id }) => id).filter((id) => !isSame(onceOf(state, id), once));
  if (ids.length === 0) return state;
  const { services, tweaks } = state.persisted;
  const others = tweaks.filter(({ serviceId }) => !ids.includes(serviceId));
  const alike = ids.map((id) => ({ ...tweaksOf(tweaks, id), ...once.tweaks }));
  return withPersisted(state, {
    services: services.map((one) => (ids.includes(one.id) ? withSpelling(one, once.spelling) : one)),
    tweaks: [...others, ...alike.filter((one) => !isUntweaked(one))],
  });
}

const withSpelling = (service: Service, spelling: SpellChoice | null): Service => ({ ...service, spelling });

/** Whose holds: of those that used it before, the first for whom it was just changed, else the first. */
function sourceOf(
  before: AppState,
  after: AppState,
  members: readonly Service[],
  storageId: ServiceId,
): ServiceId {
  const were = new Set(membersOf(before.persisted.services, storageId).map(({ id }) => id));
  const stayed = members.map(({ id }) => id).filter((id) => were.has(id));
  const changed = stayed.find((id) => !isSame(onceOf(before, id), onceOf(after, id)));
  return changed ?? stayed[0] ?? leaderOf(members, storageId);
}

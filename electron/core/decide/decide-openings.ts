import type { ServiceId } from '../model/service';
import type { AppState } from '../state/app-state';
import { selectSeenServices, selectServiceSession } from '../state/selectors';
import { isSaving } from './decide-saving';

/** How many pages may load at once behind the one the person looks at. */
export const LOADING_AT_ONCE = 2;
/** The same while the battery is spared. */
const LOADING_AT_ONCE_SAVING = 1;

/** Decides which waiting services get their page now: those that are seen at once, also from sleep, the others a few at a time once the shell is drawn. */
export function decideOpenings(state: AppState): readonly ServiceId[] {
  const enabled = state.persisted.services.filter((service) => service.enabled);
  const isIn = (kind: 'waiting' | 'loading' | 'asleep') => (id: ServiceId) =>
    selectServiceSession(state, id).load.kind === kind;
  const { activeServiceId } = state.persisted;
  const waiting = enabled.map((service) => service.id).filter(isIn('waiting'));
  // One that sleeps sleeps on while nobody would see its page.
  const asleep = enabled.map((service) => service.id).filter(isIn('asleep'));
  const seen = selectSeenServices(state);
  const isUp = (id: ServiceId): boolean => id === activeServiceId || seen.includes(id);
  const active = [...waiting.filter(isUp), ...asleep.filter((id) => seen.includes(id))];
  if (!state.session.shellPainted) return active;
  // One that waits for the person (a password, say) may wait for ever; the others do not.
  const isAsking = (id: ServiceId) => state.session.prompts.some((prompt) => prompt.serviceId === id);
  const busy = enabled.filter(({ id }) => isIn('loading')(id) && !isAsking(id));
  const loadingCount = busy.length + active.length;
  const others = waiting.filter((id) => !isUp(id));
  const atOnce = isSaving(state) ? LOADING_AT_ONCE_SAVING : LOADING_AT_ONCE;
  return [...active, ...others.slice(0, Math.max(0, atOnce - loadingCount))];
}

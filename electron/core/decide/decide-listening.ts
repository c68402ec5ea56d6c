import type { Service, ServiceId } from '../model/service';
import type { AppState, ServiceSession } from '../state/app-state';
import { selectServiceSession } from '../state/selectors';

/**
 * Decides which services are to be listened to now: those that have no page, or are about to have none, or whose page
 * broke, for as long as no page of theirs hears for itself. Only where the person agreed and there is something to sign
 * in with. Rules Z12… of `docs/spec/sleep.md`.
 */
export function decideListening(
  state: AppState,
  canListen: (recipeId: string) => boolean,
): readonly ServiceId[] {
  // The start is not the time for sign-ins to be unsealed, and for a process of theirs.
  if (!state.session.shellPainted) return [];
  const isWanted = (service: Service): boolean => {
    const { id, enabled, listen, recipeId } = service;
    const session = selectServiceSession(state, id);
    const { kind } = session.listening;
    if (!enabled || listen !== 'yes' || !session.canSignIn || !canListen(recipeId)) return false;
    if (kind === 'refused' || kind === 'unfit') return false;
    return hasNoPage(session) || (kind !== 'off' && !isHeardByPage(session));
  };
  return state.persisted.services.filter(isWanted).map(({ id }) => id);
}

/** Nothing of the page hears, now or soon. */
const hasNoPage = ({ load, isDozing }: ServiceSession): boolean =>
  isDozing || load.kind === 'asleep' || load.kind === 'crashed' || load.kind === 'failed';

/** The page is there, knows its channels and is told what is new. */
export const isHeardByPage = ({ load, adapter, connection }: ServiceSession): boolean =>
  load.kind === 'ready' && adapter.kind !== 'silent' && connection?.kind !== 'lost';

import type { AppState } from '../state/app-state';
import { selectServiceSession } from '../state/selectors';

/** How many of the places where one was last are shown. */
const SWITCHING_SHOWN = 30;

/** Where one was last, the latest first, and which is chosen. */
export interface SwitchingProjection {
  readonly places: readonly {
    readonly serviceId: string;
    readonly channelId: string | undefined;
    readonly channelName: string | undefined;
  }[];
  readonly at: number;
}

/** Gives it once it is held long enough to be seen. */
export function toSwitching(state: AppState): SwitchingProjection | undefined {
  const { switching } = state.session;
  if (switching?.isListed !== true) return undefined;
  const places = switching.places.slice(0, SWITCHING_SHOWN).map(({ serviceId, channelId }) => ({
    serviceId,
    channelId,
    channelName: selectServiceSession(state, serviceId).channels?.find(({ id }) => id === channelId)?.name,
  }));
  return { places, at: switching.at };
}

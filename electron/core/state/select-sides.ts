import { decideDirection, type SplitDirection } from '../decide/layout-sides';
import { toBarWidth, toSizes } from '../decide/sizes';
import type { ServiceId } from '../model/service';
import type { AppState } from './app-state';
import { selectServicesInOrder } from './select-workspace';

/** Two services that are shown side by side. */
export interface ShownSides {
  readonly firstId: ServiceId;
  readonly secondId: ServiceId;
  /** The one that has not the keyboard. */
  readonly otherId: ServiceId;
  readonly direction: SplitDirection;
  /** What the person wants the first to take. */
  readonly share: number;
}

/**
 * Gives the services that stand side by side, as far as the page area is theirs; `undefined` where one has it alone: nothing is
 * beside it, what is beside it does not belong to the workspace that is up, or there is no room.
 */
export function selectSides(state: AppState): ShownSides | undefined {
  const { split, activeServiceId, settings } = state.persisted;
  if (split === null || activeServiceId === null) return undefined;
  const { otherId, isOtherFirst, share } = split;
  if (!selectServicesInOrder(state).some(({ id }) => id === otherId)) return undefined;
  const sizes = toSizes(settings);
  const { width, height } = state.session.window.content;
  const room = { width: width - toBarWidth(sizes, width), height: height - sizes.header };
  const direction = decideDirection(room, sizes);
  if (direction === undefined) return undefined;
  const [firstId, secondId] = isOtherFirst ? [otherId, activeServiceId] : [activeServiceId, otherId];
  return { firstId, secondId, otherId, direction, share };
}

import { decideDirection, type SplitDirection } from '../decide/layout-sides';
import { toBarWidth, toSizes } from '../decide/sizes';
import type { ServiceId } from '../model/service';
import type { Split } from '../model/split';
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

/** Gives what stands beside the active service, also where there is no room for it; not what is none of the workspace that is up. */
export function selectSplit(state: AppState): Split | undefined {
  const { split } = state.persisted;
  if (split === null) return undefined;
  return selectServicesInOrder(state).some(({ id }) => id === split.otherId) ? split : undefined;
}

/**
 * Gives the services that stand side by side, as far as the page area is theirs; `undefined` where one has it alone: nothing is
 * beside it, what is beside it does not belong to the workspace that is up, or there is no room.
 */
export function selectSides(state: AppState): ShownSides | undefined {
  const { activeServiceId, settings } = state.persisted;
  const split = selectSplit(state);
  if (split === undefined || activeServiceId === null) return undefined;
  const { otherId, isOtherFirst, share } = split;
  const sizes = toSizes(settings);
  const { width, height } = state.session.window.content;
  const room = { width: width - toBarWidth(sizes, width), height: height - sizes.header };
  const direction = decideDirection(room, sizes);
  if (direction === undefined) return undefined;
  const [firstId, secondId] = isOtherFirst ? [otherId, activeServiceId] : [activeServiceId, otherId];
  return { firstId, secondId, otherId, direction, share };
}

/** Gives the services that are up in the shell's own window, also behind a page of the shell's: the active one, and the one beside it. */
export const selectUp = (state: AppState): readonly ServiceId[] =>
  [state.persisted.activeServiceId, selectSides(state)?.otherId].filter(
    (id) => id !== null && id !== undefined,
  );

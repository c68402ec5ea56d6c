import type { ServiceId } from '../model/service';
import { toShare } from '../model/split';
import type { AppState } from './app-state';
import { focusService, withPersisted } from './change';
import { isServiceOn } from './is-service';
import { isApart } from './select-own-windows';
import type { SplitAction } from './split-actions';

/** Applies what is done with two services side by side. */
export function reduceSplit(state: AppState, action: SplitAction): AppState {
  const { split, activeServiceId } = state.persisted;
  switch (action.kind) {
    case 'split-opened':
      return open(state, action.serviceId);
    case 'split-closed':
      if (split === null) return state;
      if (action.serviceId === split.otherId) return withPersisted(state, { split: null });
      return action.serviceId === activeServiceId
        ? withPersisted(state, { split: null, activeServiceId: split.otherId })
        : state;
    case 'split-swapped':
      return split === null
        ? state
        : withPersisted(state, {
            split: { ...split, isOtherFirst: !split.isOtherFirst, share: toShare(1 - split.share) },
          });
    case 'split-shared':
      return split === null
        ? state
        : withPersisted(state, { split: { ...split, share: toShare(action.share) } });
  }
}

/** It comes where the other one was, else after the one that is up. */
function open(state: AppState, serviceId: ServiceId): AppState {
  const { split, activeServiceId } = state.persisted;
  if (!canStand(state, serviceId) || activeServiceId === null) return state;
  const up = focusService(state, serviceId);
  if (serviceId === activeServiceId) return up;
  // One that is off has no page to be shown beside another.
  if (!canStand(state, activeServiceId)) return withPersisted(up, { split: null });
  return withPersisted(up, {
    split: {
      otherId: activeServiceId,
      isOtherFirst: split === null || !split.isOtherFirst,
      share: split?.share ?? 0.5,
    },
  });
}

/** True for a service that is there and on, and in no window of its own. */
const canStand = (state: AppState, serviceId: ServiceId): boolean =>
  isServiceOn(state, serviceId) && !isApart(state, serviceId);

/**
 * Keeps both sides apart: whoever goes to the service of the other side is there now, and what was active is the other;
 * where one of them is gone or off, the other is alone.
 */
export function withSplit(before: AppState, after: AppState): AppState {
  const { split, activeServiceId } = after.persisted;
  if (split === null || after.persisted === before.persisted) return after;
  if (!canStand(after, split.otherId)) return withPersisted(after, { split: null });
  if (activeServiceId !== split.otherId) return after;
  const was = before.persisted.activeServiceId;
  const isThere = was !== null && was !== activeServiceId && canStand(after, was);
  return withPersisted(after, {
    split: isThere ? { ...split, otherId: was, isOtherFirst: !split.isOtherFirst } : null,
  });
}

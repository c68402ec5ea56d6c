import type { Action } from './actions';
import type { AppState } from './app-state';
import { reduceDownloads } from './reduce-downloads';
import { reduceSpelling } from './reduce-spelling';
import { withTrail } from './places';
import { reduceInbox } from './reduce-inbox';
import { reduceLinks } from './reduce-links';
import { reduceListening } from './reduce-listening';
import { reduceLock } from './reduce-lock';
import { reduceMoves } from './reduce-moves';
import { reduceMoving } from './reduce-moving';
import { reduceNotifications } from './reduce-notifications';
import { reducePolicy } from './reduce-policy';
import { reduceReset } from './reduce-reset';
import { reduceServices } from './reduce-services';
import { reduceShares } from './reduce-shares';
import { reduceShell } from './reduce-shell';
import { reduceSleep } from './reduce-sleep';
import { reduceTrust } from './reduce-trust';
import { reduceTweaks } from './reduce-tweaks';
import { reduceViews } from './reduce-views';
import { reduceOwnWindows, withOthersUp } from './reduce-own-windows';
import { reduceSplit, withSplit } from './reduce-split';
import { withStorages } from './with-storages';
import { reduceWorkspaces, withActiveInWorkspace } from './reduce-workspaces';
import { isIn } from './slices';

/** Gives the state after an action: the same object when nothing changed, else one with `revision` grown by one. */
export function reduce(state: AppState, action: Action): AppState {
  const stored = withStorages(state, applyAction(state, action));
  const applied = withActiveInWorkspace(state, withOthersUp(state, stored));
  const next = withTrail(state, withSplit(state, applied), action);
  return next === state ? state : { ...next, revision: state.revision + 1 };
}

function applyAction(state: AppState, action: Action): AppState {
  if (isIn(action, 'services')) return reduceServices(state, action);
  if (isIn(action, 'views')) return reduceViews(state, action);
  if (isIn(action, 'notifications')) return reduceNotifications(state, action);
  if (isIn(action, 'policy')) return reducePolicy(state, action);
  if (isIn(action, 'inbox')) return reduceInbox(state, action);
  if (isIn(action, 'moves')) return reduceMoves(state, action);
  if (isIn(action, 'ownWindows')) return reduceOwnWindows(state, action);
  if (isIn(action, 'split')) return reduceSplit(state, action);
  if (isIn(action, 'moving')) return reduceMoving(state, action);
  if (isIn(action, 'sleep')) return reduceSleep(state, action);
  if (isIn(action, 'shares')) return reduceShares(state, action);
  if (isIn(action, 'listening')) return reduceListening(state, action);
  if (isIn(action, 'workspaces')) return reduceWorkspaces(state, action);
  if (isIn(action, 'downloads')) return reduceDownloads(state, action);
  if (isIn(action, 'spelling')) return reduceSpelling(state, action);
  if (isIn(action, 'trust')) return reduceTrust(state, action);
  if (isIn(action, 'tweaks')) return reduceTweaks(state, action);
  if (isIn(action, 'links')) return reduceLinks(state, action);
  if (isIn(action, 'reset')) return reduceReset(state, action);
  if (isIn(action, 'lock')) return reduceLock(state, action);
  if (isIn(action, 'shell')) return reduceShell(state, action);
  return state;
}

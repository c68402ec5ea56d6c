import { commandById, type CommandId } from '../core/commands/command-list';
import { isLocked } from '../core/state/veil';
import type { AppStore } from './store/app-store';

/** Does what a command does now, if there is such a one and anything to do. */
export function runCommand(store: Pick<AppStore, 'dispatch' | 'getState'>, id: CommandId): void {
  const state = store.getState();
  const command = commandById(id);
  if (isLocked(state) && command?.isHeardLocked !== true) return;
  const action = command?.toAction(state);
  if (action !== undefined) store.dispatch(action);
}

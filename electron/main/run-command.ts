import { commandById, type CommandId } from '../core/commands/command-list';
import type { AppStore } from './store/app-store';

/** Does what a command does now, if there is such a one and anything to do. */
export function runCommand(store: Pick<AppStore, 'dispatch' | 'getState'>, id: CommandId): void {
  const action = commandById(id)?.toAction(store.getState());
  if (action !== undefined) store.dispatch(action);
}

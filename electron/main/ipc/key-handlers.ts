import type { keyContract } from '../../core/ipc/key-contract';
import { runCommand } from '../run-command';
import type { AppStore } from '../store/app-store';
import { withoutUndefined } from './policy-handlers';
import type { Handlers } from './serve-commands';

/** Gives the handlers of commands about keys, what is called up by them, and finding in the page. */
export function createKeyHandlers(store: AppStore): Pick<Handlers, keyof typeof keyContract> {
  const { dispatch } = store;
  return {
    'keys.change': (keys) => dispatch({ kind: 'keys-changed', keys: withoutUndefined(keys) }),
    'keys.record': ({ isOn }) => dispatch({ kind: 'key-recording-set', isOn }),
    'service.set-own-keys': ({ serviceId, ownKeys }) =>
      dispatch({ kind: 'service-keys-kept-set', serviceId, ownKeys }),
    'command.run': ({ id }) => runCommand(store, id),
    'surface.close': () => dispatch({ kind: 'surface-closed' }),
    'page.focus': () => dispatch({ kind: 'keyboard-move-requested', to: 'page' }),
    'find.ask': (wanted) => dispatch({ kind: 'find-asked', ...wanted }),
    'find.step': ({ step }) => dispatch({ kind: 'find-stepped', step }),
  };
}

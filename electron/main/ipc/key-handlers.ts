import { commandById } from '../../core/commands/command-list';
import type { keyContract } from '../../core/ipc/key-contract';
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
    'command.run': ({ id }) => {
      const action = commandById(id)?.toAction(store.getState());
      if (action !== undefined) dispatch(action);
    },
    'surface.close': () => dispatch({ kind: 'surface-closed' }),
    'find.ask': (wanted) => dispatch({ kind: 'find-asked', ...wanted }),
    'find.step': ({ step }) => dispatch({ kind: 'find-stepped', step }),
  };
}

import type { layoutContract } from '../../core/ipc/layout-contract';
import type { AppStore } from '../store/app-store';
import type { Handlers } from './serve-commands';

/** Gives the handlers of commands about where pages stand. */
export const createLayoutHandlers = ({
  dispatch,
}: AppStore): Pick<Handlers, keyof typeof layoutContract> => ({
  'split.open': (service) => dispatch({ kind: 'split-opened', ...service }),
  'split.close': (service) => dispatch({ kind: 'split-closed', ...service }),
  'split.share': ({ share }) => dispatch({ kind: 'split-shared', share }),
  'own-window.open': (service) => dispatch({ kind: 'own-window-opened', ...service }),
  'own-window.close': (service) => dispatch({ kind: 'own-window-closed', ...service }),
  'own-window.close-find': (service) => dispatch({ kind: 'own-find-closed', ...service }),
});

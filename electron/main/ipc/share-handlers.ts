import type { shareContract } from '../../core/ipc/share-contract';
import type { ShareDesk } from '../sharing/share-desk';
import type { AppStore } from '../store/app-store';
import type { Handlers } from './serve-commands';

/** What they reach. */
export interface ShareHandlerDeps {
  readonly store: AppStore;
  readonly shares: Pick<ShareDesk, 'sources' | 'answer'>;
}

/** Gives the handlers of commands about what pages see of the screen. */
export function createShareHandlers({
  store,
  shares,
}: ShareHandlerDeps): Pick<Handlers, keyof typeof shareContract> {
  return {
    'share.sources': ({ promptId }) => shares.sources(promptId),
    'share.answer': ({ promptId, choice }) => shares.answer(promptId, choice),
    'service.set-devices': (choice) => store.dispatch({ kind: 'service-devices-set', ...choice }),
    'share.stop': (wish) => store.dispatch({ kind: 'share-stop-requested', ...wish }),
  };
}

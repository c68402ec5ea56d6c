import type { linkContract } from '../../core/ipc/link-contract';
import type { Browser } from '../../core/model/browser';
import type { AppStore } from '../store/app-store';
import type { Handlers } from './serve-commands';

export interface LinkHandlerDeps {
  readonly store: Pick<AppStore, 'dispatch'>;
  /** The browsers that are on this machine. */
  readonly listBrowsers: () => readonly Browser[];
}

/** Gives the handlers of commands about where links go. */
export const createLinkHandlers = ({
  store: { dispatch },
  listBrowsers,
}: LinkHandlerDeps): Pick<Handlers, keyof typeof linkContract> => ({
  'link-rule.set': (rule) => dispatch({ kind: 'link-rule-set', rule }),
  'link-rule.remove': (rule) => dispatch({ kind: 'link-rule-removed', rule }),
  'link-rules.undo': () => dispatch({ kind: 'link-rules-undone' }),
  'browsers.list': listBrowsers,
  'service.set-browser': (choice) => dispatch({ kind: 'service-browser-set', ...choice }),
});

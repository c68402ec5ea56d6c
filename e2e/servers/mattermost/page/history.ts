import { base } from './base.js';
import { askHistoryPush, askHistoryStatus, onHistoryPush, takesPartInHistory } from './desktop.js';

/** Where the page is, and ways to go elsewhere without loading it anew. */
export interface PageHistory {
  /** Goes there; in a desktop that takes part only once the desktop has said it back. */
  push(path: string): void;
  /** Writes another path for the same place. */
  replace(path: string): void;
}

/** Calls back at each change of place. */
export function startHistory(onPlace: () => void): PageHistory {
  const push = (path: string) => {
    history.pushState(null, '', `${base}${path}`);
    askHistoryStatus();
    onPlace();
  };
  const isShared = takesPartInHistory();
  if (isShared) onHistoryPush(push);
  window.addEventListener('popstate', onPlace);
  return {
    push: isShared ? askHistoryPush : push,
    replace: (path) => history.replaceState(null, '', `${base}${path}`),
  };
}

import type { WebContents } from 'electron/main';
import { decideKey } from '../../core/decide/decide-key';
import type { Platform } from '../platform';
import type { AppStore } from '../store/app-store';

/** Lets the app's keys work wherever the keyboard is: in the shell and in every page. */
export function listenForKeys(store: AppStore, contents: WebContents, platform: Platform): void {
  contents.on('before-input-event', (event, input) => {
    const action = decideKey(input, store.getState(), platform);
    if (action === undefined) return;
    event.preventDefault();
    store.dispatch(action);
  });
}

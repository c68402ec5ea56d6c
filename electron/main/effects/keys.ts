import type { WebContents } from 'electron/main';
import { decideKey, type KeyboardAt } from '../../core/decide/decide-key';
import type { Action } from '../../core/state/actions';
import type { Platform } from '../platform';
import type { AppStore, Stop } from '../store/app-store';
import type { TimerPort } from '../timers';

/** Lets the app's keys work wherever the keyboard is: in the shell and in every page. */
export function listenForKeys(
  store: AppStore,
  contents: WebContents,
  platform: Platform,
  at: KeyboardAt,
): void {
  contents.on('before-input-event', (event, input) => {
    const action = decideKey(input, store.getState(), platform, at);
    if (action === undefined) return;
    if (isToPrevent(action, at)) event.preventDefault();
    store.dispatch(action);
  });
}

/** After a press that was prevented Chromium tells of no key let go; while one chooses, the keyboard is with the shell. */
const isToPrevent = ({ kind }: Action, at: KeyboardAt): boolean =>
  at !== 'shell' || kind !== 'switching-stepped';

/** How long the key is held until the list of where one was is shown: who only wants to go back sees none. */
const LISTED_AFTER_MS = 180;

/** Shows the list of where one was last while its key is held; a window that loses the keyboard gives it up. */
export function startSwitching(store: AppStore, port: Pick<TimerPort, 'after'>): Stop {
  const waiting: { stop: Stop | undefined } = { stop: undefined };
  const stops = [
    store.watch(
      ({ session }) => session.switching !== undefined,
      (isOn) => {
        waiting.stop?.();
        waiting.stop = isOn
          ? port.after(LISTED_AFTER_MS, () => store.dispatch({ kind: 'switching-listed' }))
          : undefined;
      },
    ),
    store.watch(
      ({ session }) => session.switching !== undefined && !session.window.focused,
      (isLost) => {
        if (isLost) store.dispatch({ kind: 'switching-ended' });
      },
    ),
  ];
  return () => {
    waiting.stop?.();
    stops.forEach((stop) => stop());
  };
}

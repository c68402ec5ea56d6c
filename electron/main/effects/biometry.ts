import type { Biometry } from '../../core/model/lock';
import type { AppState } from '../../core/state/app-state';
import type { AppStore, Stop } from '../store/app-store';

export interface BiometryPort {
  readonly look: () => Biometry;
  /** Asks the person, and opens it where it is them. */
  readonly unlock: () => void;
}

/**
 * Looks at what the machine knows its person by whenever the settings are opened (a lid that is shut takes it away), and
 * asks for it once when they come to the locked window. Who locked it with a key is there still, and is not asked.
 */
export function startBiometry(store: AppStore, { look, unlock }: BiometryPort): Stop {
  const now = { isAsked: false };
  const stops = [
    store.watch(isAtSettings, (is) => {
      if (is) store.dispatch({ kind: 'biometry-seen', biometry: look() });
    }),
    store.onAction('locked', () => {
      now.isAsked = false;
    }),
    store.watch(
      ({ session }) => session.window.focused,
      (isFocused) => {
        const { lock } = store.getState().session;
        if (!isFocused || lock.kind !== 'locked' || lock.opensBy === 'none' || now.isAsked) return;
        // The question itself takes the focus, and gives it back.
        now.isAsked = true;
        unlock();
      },
    ),
  ];
  return () => stops.forEach((stop) => stop());
}

const isAtSettings = ({ session }: AppState): boolean =>
  session.page === 'settings' && session.lock.kind === 'open';

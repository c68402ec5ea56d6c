import type { Biometry } from '../../core/model/lock';
import type { AppState } from '../../core/state/app-state';
import type { AppStore, Stop } from '../store/app-store';

export interface BiometryPort {
  readonly look: () => Biometry;
  /** Asks the person, and opens it where it is them. */
  readonly unlock: () => void;
  /** The person comes to the app, from another or from a locked screen: to whichever of its windows. */
  readonly onComing: (listener: () => void) => Stop;
}

/**
 * Looks at what the machine knows its person by whenever the settings are opened (a lid that is shut takes it away), and
 * asks for it once when they come to the locked app. Who locked it is there still, and is not asked: not where the lock hides the
 * window they did it in, and another comes up, either.
 */
export function startBiometry(store: AppStore, { look, unlock, onComing }: BiometryPort): Stop {
  const now = { isAsked: false };
  const stops = [
    store.watch(isAtSettings, (is) => {
      if (is) store.dispatch({ kind: 'biometry-seen', biometry: look() });
    }),
    store.onAction('locked', () => {
      now.isAsked = false;
    }),
    onComing(() => {
      const { lock } = store.getState().session;
      if (lock.kind !== 'locked' || lock.opensBy === 'none' || now.isAsked) return;
      // The question itself takes them away, and gives them back.
      now.isAsked = true;
      unlock();
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

const isAtSettings = ({ session }: AppState): boolean =>
  session.page === 'settings' && session.lock.kind === 'open';

import { defaultSettings, type Settings } from '../model/settings';
import { emptyPersisted, type Persisted } from '../model/persisted';
import { createInitialState, type AppState } from './app-state';

/** What of the settings may be known while all else is sealed: how the lock screen looks, and in which language. */
export type OpenSettings = Pick<Settings, 'language' | 'theme' | 'contrast' | 'textSize' | 'closeToTray'>;

/** What may be known while all else is sealed. */
export interface OpenPart {
  readonly settings: OpenSettings;
  readonly window: Persisted['window'];
}

/** Gives what of the kept may be known while all else is sealed. */
export const toOpenPart = ({ settings, window }: Persisted): OpenPart => {
  const { language, theme, contrast, textSize, closeToTray } = settings;
  return { settings: { language, theme, contrast, textSize, closeToTray }, window };
};

/** Gives what is known of the kept when nothing but its open part is. */
export const fromOpenPart = ({ settings, window }: OpenPart): Persisted => ({
  ...emptyPersisted,
  settings: { ...defaultSettings, ...settings },
  window,
});

export const isLocked = ({ session }: AppState): boolean => session.lock.kind === 'locked';

const veiled = new WeakMap<AppState, AppState>();

/**
 * Gives what may be seen of a state: all of it, or, while it is locked, an app to which nothing was ever added. Whatever
 * is shown anywhere is worked out of this, so that nothing has to be hidden one by one.
 */
export function veil(state: AppState): AppState {
  if (!isLocked(state)) return state;
  const known = veiled.get(state);
  if (known !== undefined) return known;
  const bare = createInitialState(fromOpenPart(toOpenPart(state.persisted)));
  const { lock, language, window, online, trayAvailable, systemDark, shellPainted, quitting } = state.session;
  const seen: AppState = {
    revision: state.revision,
    persisted: bare.persisted,
    session: {
      ...bare.session,
      ...{ lock, language, window, online, trayAvailable, systemDark, shellPainted, quitting },
    },
  };
  veiled.set(state, seen);
  return seen;
}

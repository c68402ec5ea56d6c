import { decideLoginStart, type LoginStart } from '../../core/decide/decide-login-start';
import type { StartAtLogin } from '../../core/model/settings';
import type { AppState } from '../../core/state/app-state';
import { isLocked } from '../../core/state/veil';
import type { Platform } from '../platform';
import type { AppStore, Stop } from '../store/app-store';

export interface LoginStartPort {
  readonly platform: Platform;
  /** What starts Foyer. */
  readonly program: string;
  readonly tell: (start: LoginStart) => void;
}

/** Has the system start Foyer with the person's session from when they want that; at a start nothing is told that was told before. */
export function startLoginStart(store: AppStore, { platform, program, tell }: LoginStartPort): Stop {
  const known: { wanted: StartAtLogin | undefined } = { wanted: undefined };
  return store.watch(
    (state: AppState) => (isLocked(state) ? undefined : state.persisted.settings.startAtLogin),
    (wanted) => {
      // While it is sealed nobody knows.
      if (wanted === undefined) return;
      const before = known.wanted;
      known.wanted = wanted;
      if (before !== undefined && before !== wanted) tell(decideLoginStart(platform, wanted, program));
    },
  );
}

import { toAutomatic, toChoosable } from '../decide/decide-spelling';
import type { AppState } from '../state/app-state';

/** What can be checked, as the shell window shows it. */
export interface SpellingProjection {
  /** Languages that can be chosen; none on macOS, which finds out by itself. */
  readonly choosable: readonly string[];
  readonly automatic: readonly string[];
  /** Languages that are chosen and whose dictionaries the mirror did not give. */
  readonly failed: readonly string[];
}

/** Gives it. */
export function toSpelling(
  { persisted, session: { spelling } }: AppState,
  platform: 'darwin' | 'linux' | 'win32',
): SpellingProjection {
  const choosable = toChoosable(persisted.settings.spelling, spelling, platform);
  return {
    choosable,
    automatic: toAutomatic(spelling.preferred, choosable),
    failed: spelling.failed,
  };
}

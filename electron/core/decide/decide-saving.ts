import type { SavingMode } from '../model/settings';
import type { AppState } from '../state/app-state';

interface SavingFacts {
  readonly mode: SavingMode;
  readonly isOnBattery: boolean;
}

/** Decides whether the battery is spared: always, never, or as long as the machine runs on it. */
export const decideSaving = ({ mode, isOnBattery }: SavingFacts): boolean =>
  mode === 'always' || (mode === 'auto' && isOnBattery);

/** Gives the mode that turns sparing on or off now: the automatic one where that does it, so that it goes on by itself later. */
export function toggleSaving({ mode, isOnBattery }: SavingFacts): SavingMode {
  const isWanted = !decideSaving({ mode, isOnBattery });
  if (isOnBattery === isWanted) return 'auto';
  return isWanted ? 'always' : 'never';
}

const factsOf = ({ persisted, session }: AppState): SavingFacts => ({
  mode: persisted.settings.saving,
  isOnBattery: session.resources.isOnBattery,
});

/** True while the battery is spared. */
export const isSaving = (state: AppState): boolean => decideSaving(factsOf(state));

/** Gives the mode that the command for it sets now. */
export const selectToggledSaving = (state: AppState): SavingMode => toggleSaving(factsOf(state));

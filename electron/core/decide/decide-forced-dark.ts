import type { AppState } from '../state/app-state';
import type { ServiceId } from '../model/service';
import { tweaksOf } from '../model/tweaks';

/** Says whether pages of a service that are light are shown dark now. In safe mode none is. */
export function decideForcedDark(
  { persisted, session }: AppState,
  serviceId: ServiceId,
  isSafeMode: boolean,
): boolean {
  const { dark } = tweaksOf(persisted.tweaks, serviceId);
  if (dark === 'off' || isSafeMode) return false;
  if (dark === 'on') return true;
  const { theme } = persisted.settings;
  return theme === 'dark' || (theme === 'system' && session.systemDark);
}

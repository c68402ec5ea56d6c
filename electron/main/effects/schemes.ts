import type { Vendor } from '../../core/model/vendor';
import { OWN_SCHEME } from '../../core/outside/read-link';
import { isLocked } from '../../core/state/veil';
import type { Platform } from '../platform';
import type { AppStore, Stop } from '../store/app-store';

export interface SchemesPort {
  readonly platform: Platform;
  /** Makes Foyer what opens links of a scheme. */
  readonly claim: (scheme: string) => void;
  /** Leaves them to others again; Linux knows no such thing. */
  readonly release: (scheme: string) => void;
}

/**
 * Has the system hand over links: Foyer's own always (on Linux its desktop file says so), those of other apps from when the
 * person wants it until they do not.
 */
export function startSchemes(store: AppStore, { platform, claim, release }: SchemesPort): Stop {
  if (platform !== 'linux') claim(OWN_SCHEME);
  const known: { wanted: readonly Vendor[] | undefined } = { wanted: undefined };
  const follow = (wanted: readonly Vendor[] | undefined): void => {
    // While it is sealed nobody knows.
    if (wanted === undefined) return;
    const { wanted: before = wanted } = known;
    known.wanted = wanted;
    for (const scheme of wanted) if (!before.includes(scheme)) claim(scheme);
    for (const scheme of before) if (!wanted.includes(scheme)) release(scheme);
  };
  const select = (state: ReturnType<AppStore['getState']>): readonly Vendor[] | undefined =>
    isLocked(state) ? undefined : state.persisted.settings.vendorLinks;
  return store.watch(select, follow);
}

import type { ServiceId } from '../model/service';
import type { AppState } from '../state/app-state';
import { isPageIdle } from '../state/select-sleep';
import { selectServiceSession } from '../state/selectors';

/** A service whose page takes more than one may. */
export interface OutgrownPage {
  readonly serviceId: ServiceId;
  readonly bytes: number;
}

/** How long a page that was loaded anew for it is left alone: some are that large. */
const AGAIN_MS = 60 * 60_000;
const MB = 2 ** 20;

/** Decides which pages are loaded anew, because they take more memory than one page may; none that is looked at, or in which something goes on. */
export function decideReloads(state: AppState): readonly OutgrownPage[] {
  const { pageLimitMb } = state.persisted.settings.sleep;
  const { bytesByService, sampledAtMs } = state.session.resources;
  if (pageLimitMb === null) return [];
  return state.persisted.services.flatMap(({ id: serviceId }) => {
    const bytes = bytesByService[serviceId] ?? 0;
    const { outgrown } = selectServiceSession(state, serviceId);
    const isLeftAlone = outgrown !== undefined && sampledAtMs - outgrown.atMs < AGAIN_MS;
    return bytes > pageLimitMb * MB && !isLeftAlone && isPageIdle(state, serviceId)
      ? [{ serviceId, bytes }]
      : [];
  });
}

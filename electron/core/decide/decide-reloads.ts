import type { ServiceId } from '../model/service';
import type { AppState } from '../state/app-state';
import { isOnScreen, selectServiceSession } from '../state/selectors';

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
    const { load, busy, capturing, isDozing, outgrown } = selectServiceSession(state, serviceId);
    const isIdle =
      load.kind === 'ready' &&
      !isOnScreen(state, serviceId) &&
      busy.length === 0 &&
      !capturing &&
      !isDozing &&
      !state.session.prompts.some((prompt) => prompt.serviceId === serviceId);
    const isLeftAlone = outgrown !== undefined && sampledAtMs - outgrown.atMs < AGAIN_MS;
    return bytes > pageLimitMb * MB && isIdle && !isLeftAlone ? [{ serviceId, bytes }] : [];
  });
}

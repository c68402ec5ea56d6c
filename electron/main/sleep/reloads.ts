import { decideReloads, type OutgrownPage } from '../../core/decide/decide-reloads';
import type { ServiceId } from '../../core/model/service';
import type { AppStore, Stop } from '../store/app-store';

interface ReloadsPort {
  readonly nowMs: () => number;
  /** Loads a service's page anew unless something of the person's would be lost; says whether it does. */
  readonly refresh: (serviceId: ServiceId) => Promise<boolean>;
}

/** Loads pages anew that take more memory than one page may, and tells of it. Those that refuse are asked at the next sample. */
export function startReloads(store: AppStore, port: ReloadsPort): Stop {
  const asked = new Set<ServiceId>();
  const refresh = async ({ serviceId, bytes }: OutgrownPage): Promise<void> => {
    if (asked.has(serviceId)) return;
    asked.add(serviceId);
    const isLoading = await port.refresh(serviceId).finally(() => asked.delete(serviceId));
    if (isLoading) store.dispatch({ kind: 'page-outgrown', serviceId, bytes, nowMs: port.nowMs() });
  };
  return store.onAction('resources-sampled', (_action, after) => {
    for (const page of decideReloads(after)) void refresh(page);
  });
}

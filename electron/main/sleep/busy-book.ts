import type { ServiceId } from '../../core/model/service';
import type { BusyReason } from '../../core/model/sleep';
import { selectServiceSession } from '../../core/state/selectors';
import type { AppStore, Stop } from '../store/app-store';

/** What goes on in services that must not be ended, each thing by a key of its own. */
export interface BusyBook {
  /** Something begins, or is known already. */
  readonly begin: (serviceId: ServiceId, reason: BusyReason, key: string) => void;
  /** It is over, or was never known. */
  readonly end: (serviceId: ServiceId, reason: BusyReason, key: string) => void;
  readonly stop: Stop;
}

/** Creates the book and keeps `busy` of each service: a reason stands as long as one thing of it goes on. */
export function createBusyBook(store: AppStore): BusyBook {
  const open = new Map<ServiceId, Map<BusyReason, Set<string>>>();

  const sync = (serviceId: ServiceId, reason: BusyReason): void => {
    const isOn = (open.get(serviceId)?.get(reason)?.size ?? 0) > 0;
    if (selectServiceSession(store.getState(), serviceId).busy.includes(reason) !== isOn)
      store.dispatch({ kind: 'busy-changed', serviceId, reason, isOn });
  };
  const keysOf = (serviceId: ServiceId, reason: BusyReason): Set<string> => {
    const reasons = open.get(serviceId) ?? new Map<BusyReason, Set<string>>();
    open.set(serviceId, reasons);
    const keys = reasons.get(reason) ?? new Set<string>();
    reasons.set(reason, keys);
    return keys;
  };

  // They say that nothing goes on any more; a download does, and so does another window of the service.
  const stops = (['view-document-replaced', 'view-crashed', 'view-closed'] as const).map((kind) =>
    store.onAction(kind, ({ serviceId }) => {
      for (const reason of open.get(serviceId)?.keys() ?? []) sync(serviceId, reason);
    }),
  );
  return {
    begin: (serviceId, reason, key) => {
      keysOf(serviceId, reason).add(key);
      sync(serviceId, reason);
    },
    end: (serviceId, reason, key) => {
      if (open.get(serviceId)?.get(reason)?.delete(key) === true) sync(serviceId, reason);
    },
    stop: () => stops.forEach((stop) => stop()),
  };
}

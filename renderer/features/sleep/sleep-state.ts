import type { Projection, ServiceProjection } from '../../../electron/core/ipc/projection';
import { isAsleep } from '../sidebar/service-state';

/** What of sleep can be done with a service now. */
export type SleepOffer =
  | { readonly kind: 'wake' | 'stay-awake' | 'sleep' | 'sleep-later' }
  /** Not now, because of what its words say, or since it is set so. */
  | { readonly kind: 'busy' | 'never' };

/** Decides what of sleep is offered for a service; `undefined` for one that is turned off. */
export function toSleepOffer(
  service: ServiceProjection,
  {
    page,
    activeServiceId,
    sides,
    ownWindows,
  }: Pick<Projection, 'page' | 'activeServiceId'> & Partial<Pick<Projection, 'sides' | 'ownWindows'>>,
): SleepOffer | undefined {
  if (!service.enabled) return undefined;
  if (isAsleep(service)) return { kind: 'wake' };
  if (service.isSleepAsked) return { kind: 'stay-awake' };
  if (service.sleepMode === 'awake') return { kind: 'never' };
  if (service.busy.length > 0) return { kind: 'busy' };
  const isUp = page === 'service' && [activeServiceId, sides?.firstId, sides?.secondId].includes(service.id);
  const isShown = isUp || ownWindows?.includes(service.id) === true;
  // One that is looked at sleeps when it is no longer.
  return { kind: isShown ? 'sleep-later' : 'sleep' };
}

import type { LoadState } from '../state/app-state';

/** True when a service's page is drawn: it is loading or up. A failed one gives way to the shell's own words until it is up again. */
export const isPageUp = (service: {
  readonly enabled: boolean;
  readonly load: LoadState;
  readonly attempt: number;
}): boolean =>
  service.enabled &&
  (service.load.kind === 'ready' || (service.load.kind === 'loading' && service.attempt === 0));

/** True when a page is not there though it should be: it failed, crashed or hangs, or is being tried again after that. */
export const isPageLost = (service: {
  readonly enabled: boolean;
  readonly load: LoadState;
  readonly attempt: number;
}): boolean =>
  service.enabled &&
  !isPageUp(service) &&
  (service.attempt > 0 || ['failed', 'crashed', 'hung'].includes(service.load.kind));

/** True when the picture of what was seen of a service last stands in for its page, or over it while it is still empty. */
export const isStillShown = (service: {
  readonly enabled: boolean;
  readonly load: LoadState;
  readonly attempt: number;
  readonly stillVersion: number;
}): boolean =>
  service.enabled &&
  service.stillVersion > 0 &&
  service.attempt === 0 &&
  service.load.kind !== 'failed' &&
  service.load.kind !== 'crashed' &&
  service.load.kind !== 'hung';

import type { LoadState } from '../state/app-state';

/** True when a service's page is drawn: it is loading or up. A failed one gives way to the shell's own words until it is up again. */
export const isPageUp = (service: {
  readonly enabled: boolean;
  readonly load: LoadState;
  readonly attempt: number;
}): boolean =>
  service.enabled &&
  (service.load.kind === 'ready' || (service.load.kind === 'loading' && service.attempt === 0));

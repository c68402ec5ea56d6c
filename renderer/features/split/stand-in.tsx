import { lazy, type ReactNode } from 'react';
import { isPageUp, isStillShown } from '../../../electron/core/decide/page-up';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';

const FailurePage = lazy(async () => ({
  default: (await import('../failure/failure-page')).FailurePage,
}));
const StillPage = lazy(async () => ({
  default: (await import('../still/still-page')).StillPage,
}));

/** What stands where a service's page is to be: nothing where that is up, else its picture, or why it is not there. */
export function StandIn({ service }: { readonly service: ServiceProjection }): ReactNode {
  if (isStillShown(service)) return <StillPage service={service} />;
  return isPageUp(service) ? null : <FailurePage service={service} />;
}

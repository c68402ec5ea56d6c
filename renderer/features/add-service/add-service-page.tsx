import type { ReactNode } from 'react';
import { AddServiceFlow } from './add-service-flow';

/** The page for adding one more service. */
export function AddServicePage(): ReactNode {
  return <AddServiceFlow />;
}

import type { ServiceProjection } from '../../../electron/core/ipc/projection';

/** What a list of services needs to be drawn, dragged or not. */
export interface ServiceListProps {
  readonly services: readonly ServiceProjection[];
  readonly tabIndexOf: (index: number) => 0 | -1;
  /** Those that look like another. */
  readonly twins: ReadonlySet<string>;
}

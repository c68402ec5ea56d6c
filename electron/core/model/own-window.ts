import * as z from 'zod/mini';
import { serviceIdSchema } from './service';
import { windowPlaceSchema, type Rect, type WindowPlace } from './window';

export const ownWindowSchema = z.object({
  serviceId: serviceIdSchema,
  /** Where it was last, also while it is not open. */
  place: windowPlaceSchema,
  /** The service is in it, and comes up in it again. */
  isOpen: z.boolean(),
});

/** The window of its own that a service is in, or was. */
export interface OwnWindow {
  readonly serviceId: string;
  readonly place: WindowPlace;
  readonly isOpen: boolean;
}

/** What is known of a window of a service's own while it is open. */
export interface OwnWindowState {
  readonly content: Pick<Rect, 'width' | 'height'>;
  readonly visible: boolean;
  readonly focused: boolean;
}

import * as z from 'zod/mini';
import { serviceIdSchema } from './service';

/** The least and the most of the room that one side takes, beside what its page needs at least. */
export const SHARE_MIN = 0.15;
export const SHARE_MAX = 0.85;

export const splitSchema = z.object({
  /** The service that is shown beside the active one. */
  otherId: serviceIdSchema,
  /** It is at the start, or above, and the active one after it. */
  isOtherFirst: z.boolean(),
  /** How much of the room the first of both takes. */
  share: z.number().check(z.minimum(SHARE_MIN), z.maximum(SHARE_MAX)),
});

/** Two services side by side: the active one, which has the keyboard, and the other. */
export type Split = Readonly<z.infer<typeof splitSchema>>;

/** Gives a share that can be kept; what is no number is half. */
export const toShare = (share: number): number =>
  Number.isFinite(share) ? Math.min(SHARE_MAX, Math.max(SHARE_MIN, Math.round(share * 1000) / 1000)) : 0.5;

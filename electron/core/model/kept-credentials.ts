import * as z from 'zod/mini';
import { serviceIdSchema } from './service';

/** Longest sealed sign-in kept, in characters. */
const SEALED_MAX = 200_000;

export const keptCredentialsSchema = z.object({
  serviceId: serviceIdSchema,
  /** What its session signs in with, sealed by the system's key ring, in base64. */
  sealed: z.string().check(z.maxLength(SEALED_MAX)),
  takenAtMs: z.number(),
});

/** What a service is listened to with, from one start of the app to the next. */
export type KeptCredentials = Readonly<z.infer<typeof keptCredentialsSchema>>;

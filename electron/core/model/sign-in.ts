import * as z from 'zod/mini';
import { fingerprintSchema, placeSchema } from './certificate-trust';
import { serviceIdSchema } from './service';

/** Most sign-ins, and most choices of an own certificate, that are kept. */
export const SIGN_INS_MAX = 1000;

export const savedLoginSchema = z.object({
  serviceId: serviceIdSchema,
  /** Who asks: host and port of the server, or of the proxy. */
  place: placeSchema,
  /** What the server calls the part it guards. */
  realm: z.string().check(z.maxLength(100)),
  isProxy: z.boolean(),
  /** `https:` or `http:`, so that what was told to an encrypted server is not told in the open; empty for a proxy. */
  protocol: z.string().check(z.maxLength(20)),
  /** How it was asked for: `basic`, `digest`. */
  scheme: z.string().check(z.maxLength(40)),
  /** Name and password, sealed by the system's key ring, in base64. */
  sealed: z.string().check(z.maxLength(20_000)),
  sinceMs: z.number(),
});

export const ownCertificateSchema = z.object({
  serviceId: serviceIdSchema,
  /** Who asks. */
  place: placeSchema,
  fingerprint: fingerprintSchema,
  subject: z.string().check(z.maxLength(200)),
  sinceMs: z.number(),
});

/** A name and password that the person wants to be used again, where a server or proxy asks for one by HTTP. */
export type SavedLogin = Readonly<z.infer<typeof savedLoginSchema>>;

/** A certificate of the person's own that a server is shown. */
export type OwnCertificate = Readonly<z.infer<typeof ownCertificateSchema>>;

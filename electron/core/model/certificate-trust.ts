import * as z from 'zod/mini';
import type { CertificateFailure, CertificateProblem } from './certificate';

/** Most certificates that are kept as trusted. */
export const TRUSTED_MAX = 500;

const problemSchema = z.enum(['self-signed', 'expired', 'other-host', 'unknown-issuer']);

/** A host and its port, as in `chat.example.org:443`; the port is always there. */
export const placeSchema = z.string().check(z.maxLength(300), z.regex(/^.+:\d{1,5}$/));

/** The SHA-256 of a certificate, as Chromium writes it. */
export const fingerprintSchema = z.string().check(z.regex(/^sha256\/[A-Za-z0-9+/]{43}=$/));

export const trustedCertificateSchema = z.object({
  /** Where it is trusted, and nowhere else. */
  place: placeSchema,
  fingerprint: fingerprintSchema,
  subject: z.string().check(z.maxLength(200)),
  issuer: z.string().check(z.maxLength(200)),
  validFromMs: z.number(),
  validToMs: z.number(),
  /** What the person knew to be wrong with it. */
  problems: z.array(problemSchema).check(z.maxLength(4)),
  sinceMs: z.number(),
});

/** A certificate that the person trusts at a host, though Chromium would not. */
export type TrustedCertificate = Readonly<Omit<z.infer<typeof trustedCertificateSchema>, 'problems'>> & {
  readonly problems: readonly CertificateProblem[];
};

/** A certificate that was refused at a host, and what the person had trusted there. */
export interface RefusedCertificate {
  readonly place: string;
  readonly certificate: CertificateFailure;
  /** All that is wrong with it, the worst first. */
  readonly problems: readonly CertificateProblem[];
  /** What was trusted there when it came: another certificate, or this one before it had all of these problems. */
  readonly trusted: TrustedCertificate | undefined;
}

/** True when another certificate is there than the one the person trusted. */
export const isChanged = ({ certificate, trusted }: RefusedCertificate): boolean =>
  trusted !== undefined && trusted.fingerprint !== certificate.fingerprint;

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Gives the bytes of a fingerprint, as people compare them: `AB:CD:…` in hex. */
export function toHexFingerprint(fingerprint: string): string {
  const digits = fingerprint
    .replace(/^sha256\//, '')
    .replace(/=+$/, '')
    .split('');
  const bits = digits.map((digit) => DIGITS.indexOf(digit).toString(2).padStart(6, '0')).join('');
  return (bits.match(/.{8}/g) ?? [])
    .map((byte) => Number.parseInt(byte, 2).toString(16).toUpperCase().padStart(2, '0'))
    .join(':');
}

import type { Certificate } from 'electron/main';
import { keepLast } from '../../core/model/keep-last';

/** Most certificates remembered. */
const SEEN_MAX = 1_000;

/** What Chromium said of a certificate. */
export interface SeenVerdict {
  /** Undefined where it had nothing against it; else its error, and the certificate. */
  readonly refusal: { readonly code: string; readonly certificate: Certificate } | undefined;
  readonly atMs: number;
}

/** What Chromium said of certificates, whichever session met them: the latest of each host and fingerprint. */
export interface SeenCertificates {
  readonly note: (host: string, fingerprint: string, verdict: SeenVerdict) => void;
  readonly find: (host: string, fingerprint: string) => SeenVerdict | undefined;
}

/** Creates it, empty. Chromium itself forgets with the app as well. */
export function createSeenCertificates(): SeenCertificates {
  const seen = new Map<string, SeenVerdict>();
  const keyOf = (host: string, fingerprint: string): string => `${host} ${fingerprint}`;
  return {
    note: (host, fingerprint, verdict) => keepLast(seen, keyOf(host, fingerprint), verdict, SEEN_MAX),
    find: (host, fingerprint) => seen.get(keyOf(host, fingerprint)),
  };
}

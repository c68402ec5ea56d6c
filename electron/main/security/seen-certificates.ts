import type { Certificate } from 'electron/main';
import type { ServiceId } from '../../core/model/service';

/** Most certificates remembered. */
const SEEN_MAX = 1_000;

/** What Chromium said of a certificate. */
export interface SeenVerdict {
  /** Undefined where it had nothing against it; else its error, and the certificate. */
  readonly refusal: { readonly code: string; readonly certificate: Certificate } | undefined;
  readonly atMs: number;
}

/** What Chromium said of the certificates that sessions of services met, the latest of each host and fingerprint. */
export interface SeenCertificates {
  readonly note: (serviceId: ServiceId, host: string, fingerprint: string, verdict: SeenVerdict) => void;
  readonly find: (serviceId: ServiceId, host: string, fingerprint: string) => SeenVerdict | undefined;
}

/** Creates it, empty. Chromium itself forgets with the app as well. */
export function createSeenCertificates(): SeenCertificates {
  const seen = new Map<string, SeenVerdict>();
  const keyOf = (...parts: readonly string[]): string => parts.join(' ');
  return {
    note: (serviceId, host, fingerprint, verdict) => {
      const key = keyOf(serviceId, host, fingerprint);
      seen.delete(key);
      seen.set(key, verdict);
      const [oldest] = seen.keys();
      if (seen.size > SEEN_MAX && oldest !== undefined) seen.delete(oldest);
    },
    find: (serviceId, host, fingerprint) => seen.get(keyOf(serviceId, host, fingerprint)),
  };
}

import type { Session } from 'electron/main';
import { toCertificateFailure, type CertificateFailure } from '../../core/model/certificate';

/** Most hosts whose certificates are remembered. */
const HOSTS_MAX = 50;
/** Leaves the decision to Chromium. */
const AS_CHROMIUM_SAYS = -3;

/** Remembers what was wrong with certificates that a session met, by host. Decides nothing. */
export function watchCertificates(session: Session): {
  readonly refusedOf: (hostname: string) => CertificateFailure | undefined;
} {
  const refused = new Map<string, CertificateFailure>();
  session.setCertificateVerifyProc(({ hostname, certificate, verificationResult }, decide) => {
    const failure = toCertificateFailure(verificationResult, certificate);
    refused.delete(hostname);
    if (failure !== undefined) refused.set(hostname, failure);
    const [oldest] = refused.keys();
    if (refused.size > HOSTS_MAX && oldest !== undefined) refused.delete(oldest);
    decide(AS_CHROMIUM_SAYS);
  });
  return { refusedOf: (hostname) => refused.get(hostname) ?? refused.get(hostname.replace(/^\[|\]$/g, '')) };
}

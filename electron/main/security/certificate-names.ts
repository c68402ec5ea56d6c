import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';

/** True when a certificate (PEM) names a host, which may be an address. Chromium does not say so of one that nobody vouches for. */
export function isMadeFor(pem: string, hostname: string): boolean {
  try {
    const certificate = new X509Certificate(pem);
    const named = isIP(hostname) === 0 ? certificate.checkHost(hostname) : certificate.checkIP(hostname);
    return named !== undefined;
  } catch {
    return false;
  }
}

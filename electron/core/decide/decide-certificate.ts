import type { CertificateFailure, CertificateProblem } from '../model/certificate';
import type { RefusedCertificate, TrustedCertificate } from '../model/certificate-trust';

/** What becomes of a certificate that Chromium refused. */
export type CertificateDecision =
  | { readonly kind: 'trusted' }
  | { readonly kind: 'refused'; readonly refused: RefusedCertificate };

/** Gives host and port of an address that is reached by TLS; `undefined` for any other. */
export function placeOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, port } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'wss:') return undefined;
  return `${hostname}:${port === '' ? '443' : port}`;
}

/** Gives the host of a place, as Chromium names it when it asks about a certificate: IPv6 without its brackets. */
export const hostnameOf = (place: string): string => place.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');

/** A certificate that Chromium refused, and where and when it was seen. */
export interface SeenCertificate {
  readonly certificate: CertificateFailure;
  /** It names the host that it was seen at. */
  readonly isForHost: boolean;
  readonly nowMs: number;
}

/** Gives all that is wrong with a certificate, the worst first. Chromium names but one thing. */
export function problemsOf({
  certificate,
  isForHost,
  nowMs,
}: SeenCertificate): readonly CertificateProblem[] {
  const { problem, issuer, subject, validFrom, validTo } = certificate;
  const isUnvouched = problem === 'self-signed' || problem === 'unknown-issuer' || issuer !== subject;
  const isOver = nowMs > validTo || nowMs < validFrom;
  const others: readonly CertificateProblem[] = [
    ...(isUnvouched ? [] : ['self-signed' as const]),
    ...(isForHost ? [] : ['other-host' as const]),
    ...(isOver ? ['expired' as const] : []),
  ];
  return [problem, ...others.filter((other) => other !== problem)];
}

const covers = (entry: TrustedCertificate, seen: SeenCertificate): boolean =>
  entry.fingerprint === seen.certificate.fingerprint &&
  problemsOf(seen).every((problem) => entry.problems.includes(problem));

/** Decides about a certificate at a place: only what the person trusts there, and for what they knew, is let through. */
export function decideCertificate(
  entries: readonly TrustedCertificate[],
  place: string,
  seen: SeenCertificate,
): CertificateDecision {
  const trusted = entries.find((entry) => entry.place === place);
  if (trusted !== undefined && covers(trusted, seen)) return { kind: 'trusted' };
  return {
    kind: 'refused',
    refused: { place, certificate: seen.certificate, problems: problemsOf(seen), trusted },
  };
}

/** True when a certificate is trusted at some port of a host: where Chromium asks, it does not say which. */
export const isTrustedAtHost = (
  entries: readonly TrustedCertificate[],
  hostname: string,
  seen: SeenCertificate,
): boolean => entries.some((entry) => hostnameOf(entry.place) === hostname && covers(entry, seen));

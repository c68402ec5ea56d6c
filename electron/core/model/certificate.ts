/** What is wrong with a server's certificate, in kinds a person can act on; not yet valid counts as `expired`. */
export type CertificateProblem = 'self-signed' | 'expired' | 'other-host' | 'unknown-issuer';

/** A certificate Chromium refused, with what a person needs to judge it. */
export interface CertificateFailure {
  readonly kind: 'certificate';
  readonly problem: CertificateProblem;
  /** SHA-256 of the certificate as Chromium writes it: `sha256/…`, in base64. */
  readonly fingerprint: string;
  /** In ms since 1970. */
  readonly validFrom: number;
  /** In ms since 1970. */
  readonly validTo: number;
  /** Common name of who signed it. */
  readonly issuer: string;
  /** Common name of whom it was made for. */
  readonly subject: string;
}

/** What is used of a certificate as Electron tells it; the times are in seconds since 1970. */
export interface CertificateFacts {
  readonly fingerprint: string;
  readonly validStart: number;
  readonly validExpiry: number;
  readonly issuerName: string;
  readonly subjectName: string;
}

/** Longest name that is kept of a certificate, in UTF-16 units; it is the server's own text. */
const NAME_MAX = 200;

/** The furthest a `Date` goes to either side, in ms since 1970. */
const TIME_MAX_MS = 8.64e15;

/** Gives a certificate's time in ms, as JSON and `Intl` take it: Chromium has ±Infinity for what it cannot represent. */
export const toTimeMs = (seconds: number): number =>
  Number.isNaN(seconds) ? 0 : Math.min(Math.max(seconds * 1000, -TIME_MAX_MS), TIME_MAX_MS);

/**
 * Gives what is wrong with a certificate by Chromium's net error (`ERR_CERT_…`, with or without `net::`); `undefined`
 * for what nobody should trust their way around: revoked, weak, malformed, or no certificate's fault at all.
 */
export function toCertificateFailure(code: string, facts: CertificateFacts): CertificateFailure | undefined {
  const problem = toProblem(code.replace(/^net::/, ''), facts);
  if (problem === undefined) return undefined;
  return {
    kind: 'certificate',
    problem,
    fingerprint: facts.fingerprint,
    validFrom: toTimeMs(facts.validStart),
    validTo: toTimeMs(facts.validExpiry),
    issuer: facts.issuerName.slice(0, NAME_MAX),
    subject: facts.subjectName.slice(0, NAME_MAX),
  };
}

function toProblem(code: string, facts: CertificateFacts): CertificateProblem | undefined {
  switch (code) {
    case 'ERR_CERT_COMMON_NAME_INVALID':
      return 'other-host';
    case 'ERR_CERT_DATE_INVALID':
      return 'expired';
    case 'ERR_CERT_AUTHORITY_INVALID':
      return facts.issuerName === facts.subjectName ? 'self-signed' : 'unknown-issuer';
    default:
      return undefined;
  }
}

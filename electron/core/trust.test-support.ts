import type { SeenCertificate } from './decide/decide-certificate';
import type { CertificateFailure } from './model/certificate';
import type { RefusedCertificate, TrustedCertificate } from './model/certificate-trust';

/** The fingerprint of what all of these speak of. */
export const FINGERPRINT = 'sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=';

/** Gives a certificate that signed itself, good from 1,000 to 2,000. */
export const aCertificate = (changes: Partial<CertificateFailure> = {}): CertificateFailure => ({
  kind: 'certificate',
  problem: 'self-signed',
  fingerprint: FINGERPRINT,
  validFrom: 1_000,
  validTo: 2_000,
  issuer: 'chat.test',
  subject: 'chat.test',
  ...changes,
});

/** Gives it as seen at its host, at 1,500. */
export const seenOf = (
  certificate: Partial<CertificateFailure> = {},
  at: Partial<Omit<SeenCertificate, 'certificate'>> = {},
): SeenCertificate => ({ certificate: aCertificate(certificate), isForHost: true, nowMs: 1_500, ...at });

/** Gives it as trusted at `chat.test:443`. */
export const aTrusted = (changes: Partial<TrustedCertificate> = {}): TrustedCertificate => ({
  place: 'chat.test:443',
  fingerprint: FINGERPRINT,
  subject: 'chat.test',
  issuer: 'chat.test',
  validFromMs: 1_000,
  validToMs: 2_000,
  problems: ['self-signed'],
  sinceMs: 1_200,
  ...changes,
});

/** Gives it as refused at `chat.test:443`. */
export const aRefused = (changes: Partial<RefusedCertificate> = {}): RefusedCertificate => ({
  place: 'chat.test:443',
  certificate: aCertificate(),
  problems: ['self-signed'],
  trusted: undefined,
  ...changes,
});

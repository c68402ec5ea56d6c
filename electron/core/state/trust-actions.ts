import type { TrustedCertificate } from '../model/certificate-trust';

/** Whom the person trusts. */
export type TrustAction =
  /** Takes the place of what was trusted there. */
  | { readonly kind: 'certificate-trusted'; readonly trusted: TrustedCertificate }
  | { readonly kind: 'certificate-trust-revoked'; readonly place: string };

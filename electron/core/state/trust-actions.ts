import type { ServiceId } from '../model/service';
import type { OwnCertificate, SavedLogin } from '../model/sign-in';
import type { TrustedCertificate } from '../model/certificate-trust';

/** Whom the person trusts. */
export type TrustAction =
  /** Takes the place of what was trusted there. */
  | { readonly kind: 'certificate-trusted'; readonly trusted: TrustedCertificate }
  | { readonly kind: 'certificate-trust-revoked'; readonly place: string }
  /** Takes the place of what was kept for the same. */
  | { readonly kind: 'login-saved'; readonly login: SavedLogin }
  | { readonly kind: 'login-forgotten'; readonly login: Omit<SavedLogin, 'sealed' | 'sinceMs'> }
  /** Takes the place of what was chosen for the same. */
  | { readonly kind: 'own-certificate-chosen'; readonly own: OwnCertificate }
  | { readonly kind: 'own-certificate-forgotten'; readonly serviceId: ServiceId; readonly place: string };

import { TRUSTED_MAX } from '../model/certificate-trust';
import { SIGN_INS_MAX, type OwnCertificate, type SavedLogin } from '../model/sign-in';
import type { TrustAction } from './trust-actions';
import type { AppState } from './app-state';
import { withPersisted } from './change';

/** Applies whom the person trusts, and no longer. */
export function reduceTrust(state: AppState, action: TrustAction): AppState {
  const { certificates, logins, ownCertificates } = state.persisted;
  switch (action.kind) {
    case 'certificate-trusted': {
      const others = certificates.filter(({ place }) => place !== action.trusted.place);
      return withPersisted(state, { certificates: [action.trusted, ...others].slice(0, TRUSTED_MAX) });
    }
    case 'certificate-trust-revoked':
      return withPersisted(state, {
        certificates: certificates.filter(({ place }) => place !== action.place),
      });
    case 'login-saved': {
      const others = logins.filter((login) => !isSameLogin(login, action.login));
      return withPersisted(state, { logins: [action.login, ...others].slice(0, SIGN_INS_MAX) });
    }
    case 'login-forgotten':
      return withPersisted(state, { logins: logins.filter((login) => !isSameLogin(login, action.login)) });
    case 'own-certificate-chosen': {
      const others = ownCertificates.filter((own) => !isSameAsker(own, action.own));
      return withPersisted(state, { ownCertificates: [action.own, ...others].slice(0, SIGN_INS_MAX) });
    }
    case 'own-certificate-forgotten':
      return withPersisted(state, {
        ownCertificates: ownCertificates.filter((own) => !isSameAsker(own, action)),
      });
  }
}

type LoginKey = Omit<SavedLogin, 'sealed' | 'sinceMs'>;

const isSameLogin = (a: LoginKey, b: LoginKey): boolean =>
  a.serviceId === b.serviceId &&
  a.place === b.place &&
  a.realm === b.realm &&
  a.isProxy === b.isProxy &&
  a.protocol === b.protocol &&
  a.scheme === b.scheme;

type Asker = Pick<OwnCertificate, 'serviceId' | 'place'>;

const isSameAsker = (a: Asker, b: Asker): boolean => a.serviceId === b.serviceId && a.place === b.place;

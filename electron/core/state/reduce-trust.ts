import { TRUSTED_MAX } from '../model/certificate-trust';
import type { TrustAction } from './trust-actions';
import type { AppState } from './app-state';
import { withPersisted } from './change';

/** Applies whom the person trusts, and no longer. */
export function reduceTrust(state: AppState, action: TrustAction): AppState {
  const { certificates } = state.persisted;
  switch (action.kind) {
    case 'certificate-trusted': {
      const others = certificates.filter(({ place }) => place !== action.trusted.place);
      return withPersisted(state, { certificates: [action.trusted, ...others].slice(0, TRUSTED_MAX) });
    }
    case 'certificate-trust-revoked':
      return withPersisted(state, {
        certificates: certificates.filter(({ place }) => place !== action.place),
      });
  }
}

import * as fc from 'fast-check';
import type { TrustAction } from './trust-actions';

const place = fc.constantFrom('a.example:443', 'b.example:8443');
const name = fc.string({ maxLength: 12 });
const timeMs = fc.nat(1_000_000);
const fingerprint = fc.constantFrom(
  'sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
  'sha256/BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=',
);
const trusted = fc.record({
  place,
  fingerprint,
  subject: name,
  issuer: name,
  validFromMs: timeMs,
  validToMs: timeMs,
  problems: fc.subarray(['self-signed', 'expired'] as const),
  sinceMs: timeMs,
});

const serviceId = fc.constantFrom('s1', 's2');
const loginKey = {
  serviceId,
  place,
  realm: name,
  isProxy: fc.boolean(),
  protocol: fc.constantFrom('https:', 'http:'),
  scheme: fc.constantFrom('basic', 'digest'),
};

/** What each action about trust carries. */
export const trustActions: {
  readonly [A in TrustAction as A['kind']]: fc.Arbitrary<Omit<A, 'kind'>>;
} = {
  'certificate-trusted': fc.record({ trusted }),
  'certificate-trust-revoked': fc.record({ place }),
  'own-certificate-chosen': fc.record({
    own: fc.record({ serviceId, place, fingerprint, subject: name, sinceMs: timeMs }),
  }),
  'own-certificate-forgotten': fc.record({ serviceId, place }),
  'login-saved': fc.record({ login: fc.record({ ...loginKey, sealed: name, sinceMs: timeMs }) }),
  'login-forgotten': fc.record({ login: fc.record(loginKey) }),
};

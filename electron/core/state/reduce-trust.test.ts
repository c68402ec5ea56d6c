import { expect, it } from 'vitest';
import { aState } from '../fixtures.test-support';
import { aTrusted } from '../trust.test-support';
import { TRUSTED_MAX } from '../model/certificate-trust';
import { reduce } from './reduce';

const places = (state: ReturnType<typeof aState>) => state.persisted.certificates.map(({ place }) => place);
const trust = (state: ReturnType<typeof aState>, changes: Parameters<typeof aTrusted>[0]) =>
  reduce(state, { kind: 'certificate-trusted', trusted: aTrusted(changes) });

it('T8 one certificate is trusted at a place, the latest comes first, and the oldest of too many goes', () => {
  const two = trust(trust(aState(), { place: 'a.test:443' }), { place: 'b.test:443' });
  expect(places(two)).toEqual(['b.test:443', 'a.test:443']);
  const again = trust(two, { place: 'a.test:443', sinceMs: 9 });
  expect(places(again)).toEqual(['a.test:443', 'b.test:443']);
  expect(again.persisted.certificates[0]?.sinceMs).toBe(9);
  const many = Array.from({ length: TRUSTED_MAX }, (_, index) => index + 1).reduce(
    (state, port) => trust(state, { place: `c.test:${port}` }),
    again,
  );
  expect(many.persisted.certificates).toHaveLength(TRUSTED_MAX);
  expect(places(many)).not.toContain('a.test:443');
});

it('T7 what is taken back is gone, and a place that is not there changes nothing', () => {
  const state = trust(aState(), { place: 'a.test:443' });
  expect(places(reduce(state, { kind: 'certificate-trust-revoked', place: 'a.test:443' }))).toEqual([]);
  expect(reduce(state, { kind: 'certificate-trust-revoked', place: 'b.test:443' })).toBe(state);
});

import { expect, it } from 'vitest';
import type { Vendor } from '../../core/model/vendor';
import { aState } from '../../core/fixtures.test-support';
import type { Platform } from '../platform';
import { createAppStore } from '../store/app-store';
import { startSchemes } from './schemes';

function setUp(platform: Platform) {
  const store = createAppStore(aState(), (error) => {
    throw error;
  });
  const said: string[] = [];
  const want = (...vendorLinks: Vendor[]) =>
    store.dispatch({ kind: 'settings-changed', settings: { vendorLinks } });
  want('zulip');
  startSchemes(store, {
    platform,
    claim: (scheme) => said.push(`+${scheme}`),
    release: (scheme) => said.push(`-${scheme}`),
  });
  return { said, want, store };
}

it('D91 takes links of other apps from when they are wanted until they are not', () => {
  const { said, want } = setUp('linux');
  want('zulip', 'element');
  want('element');
  expect(said).toEqual(['+element', '-zulip']);
});

it.each(['darwin', 'win32'] as const)('D91 says on %s that its own links are for it', (platform) => {
  expect(setUp(platform).said).toEqual(['+foyer']);
});

it('D91 knows nothing while it is sealed, and leaves all as it is', () => {
  const { said, store } = setUp('linux');
  store.dispatch({ kind: 'passphrase-set' });
  store.dispatch({ kind: 'locked', why: 'asked' });
  expect(said).toEqual([]);
});

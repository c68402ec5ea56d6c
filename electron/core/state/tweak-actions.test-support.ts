import * as fc from 'fast-check';
import type { TweakAction } from './tweak-actions';

const serviceId = fc.constantFrom('s1', 's2');
const proxy = fc.constantFrom(
  { kind: 'system' } as const,
  { kind: 'direct' } as const,
  { kind: 'server', scheme: 'http', host: 'proxy.test', port: 3128, except: [] } as const,
  { kind: 'pac', url: 'https://proxy.test/pac' } as const,
);
const changes = fc.record(
  {
    css: fc.string({ maxLength: 12 }),
    js: fc.string({ maxLength: 12 }),
    isCodeOn: fc.boolean(),
    dark: fc.constantFrom('off', 'on', 'with-app'),
    userAgent: fc.constantFrom('', 'Mozilla/5.0'),
    proxy,
    proxyLogin: fc.constantFrom(null, 'c2VhbGVk'),
  },
  { requiredKeys: [] },
);

/** What each action about tweaks carries. */
export const tweakActions: {
  readonly [A in TweakAction as A['kind']]: fc.Arbitrary<Omit<A, 'kind'>>;
} = {
  'service-tweaked': fc.record({ serviceId, changes }),
  'proxy-login-forgotten': fc.record({ serviceId }),
};

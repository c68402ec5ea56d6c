import * as fc from 'fast-check';
import type { LinkAction } from './link-actions';
import type { ResetAction } from './reset-actions';

const serviceId = fc.constantFrom('s1', 's2');
const pattern = fc.constantFrom('example.org', 'example.org/docs', 'localhost:8080');
const key = fc.record({ serviceId: fc.option(serviceId), pattern });
const answer = fc.constantFrom(
  { kind: 'here' } as const,
  { kind: 'service' } as const,
  { kind: 'outside' } as const,
  { kind: 'browser', browser: 'firefox' } as const,
);

/** What each action about links, and about resets, carries. */
export const linkActions: {
  readonly [A in LinkAction | ResetAction as A['kind']]: fc.Arbitrary<Omit<A, 'kind'>>;
} = {
  'link-followed': fc.record({
    pattern,
    way: fc.constantFrom('here', 'service', 'outside', 'busy'),
    ofService: fc.option(serviceId, { nil: undefined }),
  }),
  'link-here-requested': fc.record({ serviceId, address: fc.webUrl() }),
  'link-rule-set': fc.record({
    rule: fc.record({ serviceId: fc.option(serviceId), pattern, answer }),
  }),
  'link-rule-removed': fc.record({ rule: key }),
  'link-rules-undone': fc.constant({}),
  'service-browser-set': fc.record({ serviceId, browser: fc.constantFrom(null, 'firefox') }),
  'settings-reset': fc.record({
    items: fc.subarray(['theme', 'linkRules', 'everywhere', 'inboxDays', 'bindings'] as const),
    copy: fc.constant('/c'),
  }),
  'settings-reset-undone': fc.constant({}),
};

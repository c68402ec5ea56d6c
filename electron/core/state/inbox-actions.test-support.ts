import * as fc from 'fast-check';
import type { InboxAction } from './inbox-actions';

/** What each action about the inbox carries. */
export const inboxActions: {
  readonly [A in InboxAction as A['kind']]: fc.Arbitrary<Omit<A, 'kind'>>;
} = {
  'inbox-health-changed': fc.record({ health: fc.constant({ kind: 'closed' } as const) }),
  'inbox-counted': fc.record({ unread: fc.nat(9), held: fc.nat(9) }),
  'inbox-changed': fc.constant({}),
  'inbox-opened': fc.record({ filter: fc.constant({ isUnread: true }) }),
  'inbox-entry-opened': fc.record({
    serviceId: fc.constantFrom('s1', 's2', 's3', 's4'),
    key: fc.string({ maxLength: 12 }),
    channelId: fc.constant(null),
    messageId: fc.constant(null),
  }),
};

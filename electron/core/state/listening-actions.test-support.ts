import * as fc from 'fast-check';
import { aChannel } from '../fixtures.test-support';
import type { ListeningAction } from './listening-actions';

const serviceId = fc.constantFrom('s1', 's2', 's3', 's4');
const channelId = fc.constantFrom('c1', 'c2');

/** What each action of listeners carries, for properties of the state. */
export const listeningActions: {
  readonly [A in ListeningAction as A['kind']]: fc.Arbitrary<Omit<A, 'kind'>>;
} = {
  'service-listen-set': fc.record({
    serviceId,
    listen: fc.constantFrom('ask' as const, 'yes' as const, 'no' as const),
  }),
  'listening-changed': fc.record({
    serviceId,
    listening: fc.constantFrom('off' as const, 'live' as const, 'refused' as const),
    reason: fc.constantFrom('', 'why'),
    nowMs: fc.nat(1_000_000),
  }),
  'channels-heard': fc.record({
    serviceId,
    channels: fc.array(
      channelId.map((id) => aChannel(id)),
      { maxLength: 2 },
    ),
  }),
  'own-names-heard': fc.record({ serviceId, names: fc.array(fc.constantFrom('ann', '')) }),
  'read-heard': fc.record({ serviceId, channelId }),
  'credentials-taken': fc
    .record({ serviceId, isKept: fc.boolean(), takenAtMs: fc.nat(1_000_000) })
    .map(({ serviceId: id, isKept, takenAtMs }) => ({
      serviceId: id,
      kept: isKept ? { serviceId: id, sealed: 'sealed', takenAtMs } : undefined,
    })),
  'credentials-forgotten': fc.record({ serviceId }),
};

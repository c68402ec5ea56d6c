import * as fc from 'fast-check';
import type { ShareAction } from './share-actions';

const serviceId = fc.constantFrom('s1', 's2', 's3', 's4');
const names = fc.constantFrom([], ['Lid', 'Desk']);
const id = fc.constantFrom('h1', 'h2');

/** What each action about the screen carries, for properties of the state. */
export const shareActions: {
  readonly [A in ShareAction as A['kind']]: fc.Arbitrary<Omit<A, 'kind'>>;
} = {
  'share-begun': fc.record({
    serviceId,
    share: fc.record({ id, kind: fc.constantFrom('screen' as const, 'window' as const), name: id }),
  }),
  'share-ended': fc.record({ serviceId, shareId: id }),
  'share-stop-requested': fc.record({ serviceId: fc.oneof(serviceId, fc.constant(null)) }),
  'devices-heard': fc.record({ serviceId, devices: fc.record({ cameras: names, microphones: names }) }),
  'service-devices-set': fc.record({
    serviceId,
    devices: fc.record({ camera: fc.constantFrom(null, 'Lid'), microphone: fc.constantFrom(null, 'Desk') }),
  }),
};

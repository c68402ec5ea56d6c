import * as fc from 'fast-check';
import { busyReasons } from '../model/sleep';
import type { SleepAction } from './sleep-actions';

const serviceId = fc.constantFrom('s1', 's2', 's3', 's4');
const bytes = fc.nat(1_000_000_000);

/** What each action about sleep carries, for properties of the state. */
export const sleepActions: {
  readonly [A in SleepAction as A['kind']]: fc.Arbitrary<Omit<A, 'kind'>>;
} = {
  'service-sleep-mode-set': fc.record({
    serviceId,
    sleepMode: fc.constantFrom('auto' as const, 'awake' as const, 'asleep-at-start' as const),
  }),
  'service-left': fc.record({ serviceId, nowMs: fc.nat(1_000_000) }),
  'service-seen': fc.record({ serviceId }),
  'sleep-requested': fc.record({ serviceId }),
  'others-sleep-requested': fc.constant({}),
  'all-wake-requested': fc.constant({}),
  'doze-begun': fc.record({ serviceId }),
  'doze-ended': fc.record({ serviceId }),
  'wake-requested': fc.record({
    serviceId,
    why: fc.constantFrom('wanted' as const, 'check' as const),
    nowMs: fc.nat(1_000_000),
  }),
  'service-checked': fc.record({ serviceId }),
  'busy-changed': fc.record({ serviceId, reason: fc.constantFrom(...busyReasons), isOn: fc.boolean() }),
  'resources-sampled': fc.record({
    nowMs: fc.nat(1_000_000),
    bytesByService: fc.dictionary(serviceId, bytes),
    machineBytes: bytes,
    isPressed: fc.boolean(),
    isOnBattery: fc.boolean(),
  }),
  'page-outgrown': fc.record({ serviceId, bytes, nowMs: fc.nat(1_000_000) }),
  'still-changed': fc.record({ serviceId, version: fc.nat(5) }),
};

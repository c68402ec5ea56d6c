import * as fc from 'fast-check';
import { busyReasons } from '../model/sleep';
import type { SleepAction } from './sleep-actions';

const serviceId = fc.constantFrom('s1', 's2', 's3', 's4');
const bytes = fc.nat(1_000_000_000);

/** What each action about sleep carries, for properties of the state. */
export const sleepActions: {
  readonly [A in SleepAction as A['kind']]: fc.Arbitrary<Omit<A, 'kind'>>;
} = {
  'busy-changed': fc.record({ serviceId, reason: fc.constantFrom(...busyReasons), isOn: fc.boolean() }),
  'resources-sampled': fc.record({
    nowMs: fc.nat(1_000_000),
    bytesByService: fc.dictionary(serviceId, bytes),
    machineBytes: bytes,
    isPressed: fc.boolean(),
    isOnBattery: fc.boolean(),
  }),
  'still-changed': fc.record({ serviceId, version: fc.nat(5) }),
};

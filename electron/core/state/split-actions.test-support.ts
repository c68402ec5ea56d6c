import * as fc from 'fast-check';

const serviceId = fc.constantFrom('s1', 's2', 's3', 's4');

/** What is done with two services side by side, for properties of the state. */
export const splitActions = {
  'split-opened': fc.record({ serviceId }),
  'split-closed': fc.record({ serviceId }),
  'split-swapped': fc.record({}),
  'split-shared': fc.record({ share: fc.double() }),
} as const;

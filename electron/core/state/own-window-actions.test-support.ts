import * as fc from 'fast-check';

const serviceId = fc.constantFrom('s1', 's2', 's3', 's4');
const pixels = fc.nat(2000);
const bounds = fc.record({ x: pixels, y: pixels, width: pixels, height: pixels });

/** What happens to services in windows of their own, for properties of the state. */
export const ownWindowActions = {
  'own-window-opened': fc.record({ serviceId }),
  'own-window-closed': fc.record({ serviceId }),
  'own-find-opened': fc.record({ serviceId }),
  'own-find-closed': fc.record({ serviceId }),
  'own-window-placed': fc.record({ serviceId, place: fc.record({ bounds, maximized: fc.boolean() }) }),
  'own-window-changed': fc.record({
    serviceId,
    window: fc.record({
      content: fc.record({ width: pixels, height: pixels }),
      visible: fc.boolean(),
      focused: fc.boolean(),
    }),
  }),
} as const;

import * as fc from 'fast-check';

const serviceId = fc.constantFrom('s1', 's2', 's3', 's4');

/** What is done by key beside going somewhere, for properties of the state. */
export const moveActions = {
  'surface-shown': fc.record({
    surface: fc.constantFrom('switcher' as const, 'keys' as const, 'find' as const),
  }),
  'surface-closed': fc.record({}),
  'switching-stepped': fc.record({ step: fc.constantFrom(1 as const, -1 as const) }),
  'switching-listed': fc.record({}),
  'switching-ended': fc.record({}),
  'service-zoomed': fc.record({ serviceId, zoomPercent: fc.double() }),
  'services-reload-requested': fc.record({}),
  'key-recording-set': fc.record({ isOn: fc.boolean() }),
  'find-asked': fc.record({ text: fc.constantFrom('', 'a', 'b'), matchCase: fc.boolean() }),
  'find-stepped': fc.record({ step: fc.constantFrom(1 as const, -1 as const) }),
  'find-answered': fc.record({ at: fc.nat(9), count: fc.nat(9) }),
  'system-key-pressed': fc.record({}),
  'system-key-settled': fc.record({
    state: fc.constantFrom('none' as const, 'heard' as const, 'refused' as const),
  }),
  'keys-changed': fc.record({ keys: fc.record({ system: fc.constantFrom(null, 'Mod+Alt+F') }) }),
  'service-keys-kept-set': fc.record({ serviceId, ownKeys: fc.array(fc.constantFrom('Mod+K', 'F9')) }),
} as const;

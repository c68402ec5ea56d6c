import * as fc from 'fast-check';

/** What is asked for from outside, for properties of the state. */
export const outsideActions = {
  'outside-asked': fc.record({
    question: fc.option(
      fc.record({
        id: fc.string({ maxLength: 3 }),
        asked: fc.constant({ verb: 'add' as const, address: 'chat.example.org' }),
        service: fc.constant(undefined),
        channel: fc.constant(undefined),
      }),
      { nil: undefined },
    ),
  }),
  'add-service-asked': fc.record({ address: fc.string({ maxLength: 9 }) }),
} as const;

/** What becomes of a page that fills the screen, for properties of the state. */
export const fullScreenActions = {
  'full-screen-entered': fc.record({
    serviceId: fc.constantFrom('s1', 's2', 's3'),
    host: fc.string({ maxLength: 12 }),
  }),
  'full-screen-signed': fc.constant({}),
  'full-screen-left': fc.constant({}),
} as const;

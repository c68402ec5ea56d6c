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

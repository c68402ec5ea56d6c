import { isSame } from '../model/is-same';
import type { Made } from './made';

/**
 * After an end in the middle of taking over what came: nobody knows whether it was. Gives what was agreed on: of each thing
 * what came where that is what is kept, else what was agreed on before.
 */
export function settle(agreed: Made, came: Made, kept: Made): Made {
  const keys = new Set([...agreed.keys(), ...came.keys(), ...kept.keys()]);
  return new Map(
    [...keys].flatMap((key) => {
      const isTaken = isSame(came.get(key), kept.get(key));
      const thing = isTaken ? came.get(key) : agreed.get(key);
      return thing === undefined ? [] : [[key, thing] as const];
    }),
  );
}

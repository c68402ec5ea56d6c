import { createHash } from 'node:crypto';

/** Gives numbers from 0 up to 1, the same ones for the same seed. */
export function seededRandom(seed: number): () => number {
  const now = { count: 0 };
  return () => {
    now.count += 1;
    return createHash('sha256').update(`${seed}/${now.count}`).digest().readUInt32BE() / 2 ** 32;
  };
}

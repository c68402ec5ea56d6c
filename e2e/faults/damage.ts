import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Outcome } from './fault.js';

/** A way in which a file can be damaged, and each of its forms. */
export interface Damage {
  readonly what: string;
  readonly forms: (whole: Buffer) => Iterable<Buffer>;
}

/** Every so many bytes the file is cut, or a bit of it turned. */
const STEP_BYTES = 64;

function* cuts(whole: Buffer): Iterable<Buffer> {
  for (let at = 0; at < whole.length; at += STEP_BYTES) yield whole.subarray(0, at);
}

/** In each 64 bytes one bit, each time another one. */
function* flips(whole: Buffer): Iterable<Buffer> {
  for (let at = 0; at < whole.length; at += STEP_BYTES) {
    const flipped = Buffer.from(whole);
    const turn = at / STEP_BYTES;
    const byte = Math.min(whole.length - 1, at + (turn % STEP_BYTES));
    flipped[byte] = (flipped[byte] ?? 0) ^ (1 << (turn % 8));
    yield flipped;
  }
}

function* nonsense(whole: Buffer): Iterable<Buffer> {
  yield Buffer.alloc(whole.length);
  yield Buffer.from(whole.map((_, index) => (index * 7919) % 256));
  yield Buffer.from('null');
  yield Buffer.from('[]');
  yield Buffer.from('{"version":1,"windows":[]}');
  yield Buffer.from('['.repeat(200_000));
  yield Buffer.from('<!doctype html><title>Sign in to the network</title>');
  // What a power cut leaves behind on some file systems: the right length, and the end not written.
  yield Buffer.concat([whole.subarray(0, whole.length / 2), Buffer.alloc(Math.ceil(whole.length / 2))]);
  yield Buffer.from([...whole].toReversed());
  yield Buffer.concat([whole, whole]);
}

export const damages = {
  cut: { what: `cut at every ${STEP_BYTES}th byte`, forms: cuts },
  flipped: { what: `with a bit turned in every ${STEP_BYTES} bytes`, forms: flips },
  nonsense: { what: 'replaced by nonsense', forms: nonsense },
} as const satisfies Record<string, Damage>;

/**
 * Strikes in a folder of its own with each form of damage in turn, and expects that nothing is lost by any. `prepare` makes
 * the file there and gives its damaged forms, and what strikes with each and says how much is lost, neither in use nor set aside whole.
 */
export async function strikeAll(
  seen: string,
  prepare: (folder: string) => Promise<{
    readonly forms: Iterable<Buffer>;
    readonly strike: (bytes: Buffer) => Promise<number>;
  }>,
): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-damage-'));
  try {
    const { forms, strike } = await prepare(folder);
    const losses: number[] = [];
    for (const bytes of forms) losses.push(await strike(bytes));
    const lost = losses.reduce((sum, one) => sum + one, 0);
    expect(lost).toBe(0);
    return { seen, recoverMs: [], lost, tries: losses.length };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

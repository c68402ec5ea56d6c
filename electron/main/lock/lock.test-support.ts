import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { Cost, Derive } from './by-passphrase';

/** So cheap that a test may guess often. */
export const CHEAP: Cost = { memoryKiB: 64, passes: 1, lanes: 1 };

/** Derives at once; as good as any for what is built on it. */
export const quick: Derive = (passphrase, salt) =>
  Promise.resolve(createHash('sha256').update(salt).update(passphrase).digest());

/** A folder of its own for each test. */
export function useTemporary(): { path: string } {
  const folder = { path: '' };
  beforeEach(() => {
    folder.path = mkdtempSync(join(tmpdir(), 'foyer-lock-'));
  });
  afterEach(() => rmSync(folder.path, { recursive: true, force: true }));
  return folder;
}

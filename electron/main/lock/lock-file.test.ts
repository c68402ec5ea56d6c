import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { WholePort } from '../store/write-whole';
import { newKeyPair } from './box';
import { LOCK_FILES, readLock, writeLock } from './lock-file';
import { CHEAP, quick, useTemporary } from './lock.test-support';
import { unwrapKey, wrapKey } from './wrap';

const folder = useTemporary();
const at = (name: string): string => join(folder.path, name);

describe('the lock’s files', () => {
  const keys = newKeyPair();
  const cut = new Error('cut');
  /** Goes dead after so many steps; a write that is cut has written half. */
  const deadAfter = (steps: number): WholePort => {
    const left = { steps };
    const live = (): boolean => (left.steps -= 1) >= 0;
    return {
      fill: (path, bytes) => {
        const isLive = live();
        writeFileSync(path, isLive ? bytes : bytes.subarray(0, bytes.length / 2));
        if (!isLive) throw cut;
      },
      rename: (from, to) => {
        if (!live()) throw cut;
        copyFileSync(from, to);
        rmSync(from);
      },
    };
  };

  it('L63 cut at any write, one passphrase of the two opens, and after it is unlocked both copies are the same', async () => {
    const old = await wrapKey(keys, 'the old one', quick, CHEAP);
    const next = await wrapKey(keys, 'the new one', quick, CHEAP);
    for (let steps = 0; steps <= 4; steps += 1) {
      writeLock(folder.path, old);
      if (steps < 4) expect(() => writeLock(folder.path, next, deadAfter(steps))).toThrow('cut');
      else writeLock(folder.path, next, deadAfter(steps));
      const found = readLock(folder.path);
      if (found.kind !== 'good') throw new Error('both are lost');
      const passphrase = steps < 2 ? 'the old one' : 'the new one';
      const [file = old] = found.files;
      expect((await unwrapKey(file, passphrase, quick))?.privateKey).toEqual(keys.privateKey);
      // As after a disk that took the other one away.
      rmSync(at(LOCK_FILES.main));
      const other = readLock(folder.path);
      if (other.kind !== 'good') throw new Error('the copy is lost');
      const ofCopy = steps < 4 ? 'the old one' : 'the new one';
      const [copy = old] = other.files;
      expect((await unwrapKey(copy, ofCopy, quick))?.privateKey).toEqual(keys.privateKey);
    }
  });

  it('L63 cut at the first setting, nothing is locked', async () => {
    const file = await wrapKey(keys, 'the first one', quick, CHEAP);
    for (const steps of [0, 1]) {
      expect(() => writeLock(folder.path, file, deadAfter(steps))).toThrow('cut');
      expect(readLock(folder.path)).toEqual({ kind: 'none' });
    }
  });
});

// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAbandoned, withLock } from './lock.mjs';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'foyer-lock-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

/** The id of a process that has ended. */
async function endedPid() {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

describe('withLock', () => {
  it('lets one at a time in, and the lock is gone afterwards', async () => {
    const lock = join(dir, 'a.lock');
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setImmediate(resolve));
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 8 }, () => withLock(lock, work, { pollMs: 1 })));
    expect(most).toBe(1);
    expect(existsSync(lock)).toBe(false);
  });

  it('takes over the lock of a process that has ended', async () => {
    const lock = join(dir, 'b.lock');
    await mkdir(lock);
    await writeFile(join(lock, 'pid'), String(await endedPid()));
    expect(await isAbandoned(lock)).toBe(true);
    expect(await withLock(lock, async () => 'done', { pollMs: 1 })).toBe('done');
  });

  it.runIf(process.platform === 'linux')(
    'takes over the lock of an earlier process with the same number',
    async () => {
      const lock = join(dir, 'e.lock');
      await mkdir(lock);
      await writeFile(join(lock, 'pid'), `${process.pid} 1`);
      expect(await isAbandoned(lock)).toBe(true);
      await withLock(join(dir, 'f.lock'), async () =>
        expect(await isAbandoned(join(dir, 'f.lock'))).toBe(false),
      );
    },
  );

  it('gives up on a lock that a running process keeps, and says which', async () => {
    const lock = join(dir, 'c.lock');
    await mkdir(lock);
    await writeFile(join(lock, 'pid'), String(process.pid));
    await expect(withLock(lock, async () => 'never', { pollMs: 1, giveUpMs: 20 })).rejects.toThrow(lock);
  });

  it('lets go when the work fails', async () => {
    const lock = join(dir, 'd.lock');
    await expect(withLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(existsSync(lock)).toBe(false);
  });
});

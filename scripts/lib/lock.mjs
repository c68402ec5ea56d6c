// @ts-check
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { fail, say } from './output.mjs';

/** Whether a process with this id is running. @param {number} pid */
export function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * Does the work while holding a lock folder, so that two processes never do it at once.
 * A lock whose owner no longer runs is taken over.
 * @template T
 * @param {string} lockDir @param {() => Promise<T>} work
 * @param {{ pollMs?: number, giveUpMs?: number, title?: string }} [options]
 * @returns {Promise<T>}
 */
export async function withLock(lockDir, work, options = {}) {
  const { pollMs = 250, giveUpMs = 900_000, title = lockDir } = options;
  const deadlineMs = Date.now() + giveUpMs;
  await mkdir(dirname(lockDir), { recursive: true });
  let told = false;
  while (!(await tryTake(lockDir))) {
    if (await isAbandoned(lockDir)) await breakLock(lockDir);
    if (Date.now() > deadlineMs) {
      fail(
        `Another process has held ${lockDir} for too long`,
        'End it, or delete that folder (and the one ending in .breaking), and try again.',
      );
    }
    if (!told) say(`waiting for another process that is at it too: ${title}`);
    told = true;
    await delay(pollMs);
  }
  try {
    return await work();
  } finally {
    await remove(lockDir);
  }
}

/** When a process began, in the kernel's ticks; 0 where the system does not tell. @param {number} pid */
async function startOf(pid) {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name, in brackets, can hold spaces; the start is the twentieth field after it.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]);
  } catch {
    return 0;
  }
}

/** @param {string} lockDir */
async function tryTake(lockDir) {
  if (existsSync(lockDir)) return false;
  // The pid is written before the folder gets its name: a lock is never seen without its owner.
  const draft = uniqueBeside(lockDir);
  await mkdir(draft);
  await writeFile(join(draft, 'pid'), `${process.pid} ${await startOf(process.pid)}`);
  try {
    await rename(draft, lockDir);
    return true;
  } catch {
    await rm(draft, { recursive: true, force: true });
    return false;
  }
}

/** Whether the lock's owner is gone. @param {string} lockDir */
export async function isAbandoned(lockDir) {
  try {
    const [pid, start] = (await readFile(join(lockDir, 'pid'), 'utf8')).split(' ').map(Number);
    if (pid === undefined || !(pid > 0) || !isRunning(pid)) return true;
    // A number is given out again, soon so in a new container: the lock is then an old one of another process.
    return Boolean(start) && start !== (await startOf(pid));
  } catch {
    // Gone, or just about to be: the next try finds out.
    return false;
  }
}

/** Removes a lock whose owner is gone; only one of several waiters gets to do it. @param {string} lockDir */
async function breakLock(lockDir) {
  const breaking = `${lockDir}.breaking`;
  try {
    await mkdir(breaking);
  } catch {
    return;
  }
  // Looked at again: another waiter may have broken the old lock and taken the new one meanwhile.
  if (await isAbandoned(lockDir)) await remove(lockDir);
  await rm(breaking, { recursive: true, force: true });
}

/** @param {string} lockDir */
async function remove(lockDir) {
  // Renamed first: others must never see a half-removed lock.
  const trash = uniqueBeside(lockDir);
  try {
    await rename(lockDir, trash);
    await rm(trash, { recursive: true, force: true });
  } catch {
    // Another process was quicker.
  }
}

/** @param {string} lockDir */
const uniqueBeside = (lockDir) => `${lockDir}.${process.pid}.${randomBytes(4).toString('hex')}`;

import { execFile } from 'node:child_process';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startProcess } from '../servers/lib/process.js';

const run = promisify(execFile);

/** A disk of its own at a folder. */
export interface Disk {
  readonly folder: string;
  /** Leaves not a byte free. */
  readonly fill: () => Promise<void>;
  /** Makes room again. */
  readonly clear: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const FILLERS = ['filler', 'filler-2'] as const;

/** A small disk in memory; takes root. */
export async function smallDisk(sizeMb: number): Promise<Disk> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-disk-'));
  await run('mount', ['-t', 'tmpfs', '-o', `size=${sizeMb}m`, 'tmpfs', folder]);
  const fillers = FILLERS.map((name) => join(folder, name));
  return {
    folder,
    fill: async () => {
      // Each ends when the disk is full: the first by large steps, the second by single bytes.
      await run('dd', ['if=/dev/zero', `of=${fillers[0]}`, 'bs=64k']).catch(() => undefined);
      await run('dd', ['if=/dev/zero', `of=${fillers[1]}`, 'bs=1']).catch(() => undefined);
    },
    clear: async () => {
      for (const filler of fillers) await rm(filler, { force: true });
    },
    stop: () => letGo(folder),
  };
}

/** A file system that gives up writing, as Linux has it do on a disk with errors; takes root. */
export async function failingDisk(sizeMb: number): Promise<{
  readonly folder: string;
  /** From now on it is read-only, whatever is open. */
  readonly fail: () => Promise<void>;
  readonly stop: () => Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-disk-'));
  const image = `${folder}.img`;
  await writeFile(image, '');
  await truncate(image, sizeMb * 2 ** 20);
  await run('mkfs.ext4', ['-q', '-E', 'lazy_itable_init=0', image]);
  await run('mount', ['-o', 'loop', image, folder]);
  return {
    folder,
    fail: async () => void (await run('mount', ['-o', 'remount,abort', folder])),
    stop: async () => {
      await letGo(folder);
      await rm(image);
    },
  };
}

async function letGo(folder: string): Promise<void> {
  await run('umount', ['--lazy', folder]);
  await rm(folder, { recursive: true, force: true });
}

/** What a process asks of its disk ends that much later, until it is taken back; takes root and Debian's strace. */
export function slowDown(pid: number, delayMs: number): () => Promise<void> {
  const delay = `inject=fsync,fdatasync:delay_exit=${delayMs * 1000}`;
  const tracer = startProcess(
    '/usr/bin/strace',
    ['-f', '-q', '-p', String(pid), '-e', 'trace=fsync,fdatasync', '-e', delay, '-o', '/dev/null'],
    {
      name: 'strace',
    },
  );
  return () => tracer.stop('SIGINT');
}

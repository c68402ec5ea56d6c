import { rmSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningProcess } from './process.js';

export interface Managed {
  /** Its process now, or undefined while halted. */
  running(): RunningProcess | undefined;
  /** Ends the process at once and keeps its data: an outage. */
  halt(): Promise<void>;
  /** Brings it back on the same port with the same data. */
  resume(): Promise<void>;
  /** An outage as short as can be. */
  restart(): Promise<void>;
  /** Ends the process and removes its folder. */
  stop(): Promise<void>;
}

const folders = new Set<string>();

process.once('exit', () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A new temp folder which also a program that gave up root may enter. It never outlives this process. */
export async function createFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `foyer-${name}-`));
  folders.add(folder);
  await chmod(folder, 0o755);
  return folder;
}

/** Removes one of those folders with all that is in it. */
export async function removeFolder(folder: string): Promise<void> {
  folders.delete(folder);
  await rm(folder, { recursive: true, force: true });
}

/** Starts a server from a folder that is its own and answers for both of them. */
export async function startManaged(folder: string, launch: () => Promise<RunningProcess>): Promise<Managed> {
  let running: RunningProcess | undefined;
  const halt = async () => {
    const ending = running;
    running = undefined;
    await ending?.stop();
  };
  const resume = async () => {
    running ??= await launch();
  };
  const stop = async () => {
    await halt();
    await removeFolder(folder);
  };
  try {
    await resume();
  } catch (error) {
    await removeFolder(folder);
    throw error;
  }
  return {
    running: () => running,
    halt,
    resume,
    restart: async () => {
      await halt();
      await resume();
    },
    stop,
  };
}

/** Starts it and, if it never gets ready, ends it before the error goes on. */
export async function ready(process: RunningProcess, wait: (process: RunningProcess) => Promise<void>) {
  try {
    await wait(process);
    return process;
  } catch (error) {
    await process.stop('SIGKILL');
    throw error;
  }
}

import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { afterAll, expect, it } from 'vitest';
import { findWorse, readBudget } from './compare.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
// Inside the repository, so that the bundle finds what it does not hold.
const outDir = join(root, '.cache', `counts-${process.pid}`);
afterAll(() => rm(outDir, { recursive: true, force: true }));

it('listeners take no more messages, timers, requests and memory than they did', async () => {
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: fileURLToPath(new URL('./listeners/main.ts', import.meta.url)),
      outDir,
      target: 'node20',
      rollupOptions: { output: { format: 'es', entryFileNames: 'main.mjs' } },
    },
    ssr: { noExternal: true },
  });
  // One thread and no compiler that changes its mind: what is allocated is what the code asks for.
  const flags = ['--expose-gc', '--single-threaded', '--no-opt', '--min-semi-space-size=64'];
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, join(outDir, 'main.mjs')]);
  expect(findWorse(await readBudget(), JSON.parse(stdout), 'listener.')).toEqual([]);
}, 60_000);

// @ts-check
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { expect, it } from 'vitest';
import { inRoot } from './lib/paths.mjs';
import { run } from './lib/run.mjs';

it('W204 a run that was ended goes on where it was', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-fuzz-'));
  const file = join(folder, 'figures.json');
  const results = [
    { name: 'icons', inputs: 20, tookMs: 1 },
    { name: 'icons of notifications', inputs: 20, tookMs: 1 },
  ];
  await writeFile(file, JSON.stringify({ seed: 7, ms: 5000, results }));
  const args = ['--inputs', '20', '--only', 'icons', '--json', file];
  const { code, output } = await run(process.execPath, [inRoot('scripts', 'fuzz.mjs'), ...args]);
  await rm(folder, { recursive: true });
  expect(output).toMatch(/^2 parsers, 40 inputs, 0 broken, \d+ s, seed 7$/m);
  expect(code).toBe(0);
});

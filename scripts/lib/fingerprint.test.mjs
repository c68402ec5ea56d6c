// @ts-check
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fingerprint } from './fingerprint.mjs';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'foyer-fingerprint-'));
  await mkdir(join(dir, 'src'));
  await writeFile(join(dir, 'src', 'a.ts'), 'a');
});
afterEach(() => rm(dir, { recursive: true, force: true }));

it('changes when a file is added, written or removed, and comes back with it', async () => {
  const before = await fingerprint([join(dir, 'src')]);
  await writeFile(join(dir, 'src', 'b.ts'), 'b');
  const added = await fingerprint([join(dir, 'src')]);
  await writeFile(join(dir, 'src', 'b.ts'), 'longer');
  const written = await fingerprint([join(dir, 'src')]);
  await rm(join(dir, 'src', 'b.ts'));
  expect(new Set([before, added, written]).size).toBe(3);
  expect(await fingerprint([join(dir, 'src')])).toBe(before);
});

it('ignores tests and missing paths', async () => {
  const before = await fingerprint([join(dir, 'src')]);
  await writeFile(join(dir, 'src', 'a.test.ts'), 'test');
  expect(await fingerprint([join(dir, 'src'), join(dir, 'nothing')])).toBe(before);
});

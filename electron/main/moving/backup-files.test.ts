import { mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newKeyPair } from '../lock/box';
import { createVault, plainCodec } from '../lock/vault';
import { keepCopy, readBackup } from './backup-files';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-copies-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const nowMs = Date.UTC(2026, 4, 1, 12, 30, 5);

it('E26 what was is written for this user alone, under the time', async () => {
  const file = await keepCopy(folder, 'what was', { nowMs, before: 'restore' }, plainCodec);
  expect(file).toBe(join(folder, 'backups', 'before-restore-2026-05-01T12-30-05.json'));
  expect((await stat(file ?? '')).mode & 0o777).toBe(0o600);
  expect(await readBackup(file ?? '', plainCodec)).toEqual({ ok: true, text: 'what was' });
});

it('E26 where there is a passphrase of the lock it is sealed, and only opened while it is unlocked', async () => {
  const vault = createVault();
  vault.open(newKeyPair());
  const file = (await keepCopy(folder, 'what was', { nowMs, before: 'reset' }, vault)) ?? '';
  expect(await readFile(file, 'latin1')).not.toContain('what was');
  expect(await readBackup(file, vault)).toEqual({ ok: true, text: 'what was' });
  vault.lock();
  expect(await readBackup(file, vault)).toEqual({ ok: false, reason: 'foreign' });
  expect(await readBackup(file, plainCodec)).toEqual({ ok: false, reason: 'foreign' });
});

it('E26 it is told where it cannot be written', async () => {
  await writeFile(join(folder, 'backups'), 'in the way');
  expect(await keepCopy(folder, 'what was', { nowMs, before: 'restore' }, plainCodec)).toBeUndefined();
});

it('E24 a file that is gone, and one that is too large', async () => {
  expect(await readBackup(join(folder, 'gone'), plainCodec)).toEqual({ ok: false, reason: 'unreadable' });
  const large = join(folder, 'large');
  await writeFile(large, '');
  await truncate(large, 200_000_001);
  expect(await readBackup(large, plainCodec)).toEqual({ ok: false, reason: 'too-large' });
});

import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isSealed, newKeyPair } from '../lock/box';
import { convertFiles } from '../lock/convert-files';
import { createVault } from '../lock/vault';
import { useFolder } from './engine/engine.test-support';
import type { SealPort } from '../seal-port';
import { KEY_FILE, openInboxKey } from './key';

const folder = useFolder();
const nowMs = Date.UTC(2026, 10, 25, 12);
const fileOf = () => join(folder.path, KEY_FILE);

const turn = (text: string): string => text.split('').toReversed().join('');

/** "Seals" by turning round; `mark` stands for the person's keyring. */
const sealer = (mark = 'mine'): SealPort => ({
  canSeal: () => true,
  seal: (text) => Buffer.from(`${mark}:${turn(text)}`),
  unseal: (sealed) => {
    const [by = '', text = ''] = sealed.toString().split(':');
    if (by !== mark) throw new Error('cannot be unsealed');
    return turn(text);
  },
});
const none: SealPort = { ...sealer(), canSeal: () => false };

it('I2 a key is made once, sealed, and can be read by its owner alone', () => {
  const first = openInboxKey(folder.path, sealer(), nowMs);
  expect(first).toMatchObject({ kind: 'good', seal: { kind: 'sealed' }, isNew: true });
  const key = first.kind === 'good' ? first.key : '';
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  expect(readFileSync(fileOf(), 'utf8')).not.toContain(key);
  expect(statSync(fileOf()).mode & 0o777).toBe(0o600);
  expect(openInboxKey(folder.path, sealer(), nowMs)).toEqual({ ...first, isNew: false });
  expect(readdirSync(folder.path)).toEqual([KEY_FILE]);
});

it('I2 without anything to seal with it lies open, and is sealed as soon as that can be', () => {
  const open = openInboxKey(folder.path, none, nowMs);
  expect(open).toMatchObject({ seal: { kind: 'key-in-file' }, isNew: true });
  const key = open.kind === 'good' ? open.key : '';
  expect(readFileSync(fileOf(), 'utf8')).toContain(key);
  expect(statSync(fileOf()).mode & 0o777).toBe(0o600);
  expect(openInboxKey(folder.path, none, nowMs)).toMatchObject({
    key,
    seal: { kind: 'key-in-file' },
    isNew: false,
  });
  expect(openInboxKey(folder.path, sealer(), nowMs)).toMatchObject({
    key,
    seal: { kind: 'sealed' },
    isNew: false,
  });
  expect(readFileSync(fileOf(), 'utf8')).not.toContain(key);
});

it('I2 a system that cannot seal after all leaves the key in the file', () => {
  const failing: SealPort = {
    ...sealer(),
    seal: () => {
      throw new Error('keyring is locked');
    },
  };
  expect(openInboxKey(folder.path, failing, nowMs)).toMatchObject({ seal: { kind: 'key-in-file' } });
});

it.each([
  ['sealed by another', () => openInboxKey(folder.path, sealer('other'), nowMs)],
  ['cut off', () => writeFileSync(fileOf(), '{"version":1,"key":"12')],
  ['empty', () => writeFileSync(fileOf(), '')],
  ['of another shape', () => writeFileSync(fileOf(), '{"version":2}')],
])('I3 a key that is %s is set aside, and a new one made', (_name, make) => {
  make();
  const before = readFileSync(fileOf(), 'utf8');
  expect(openInboxKey(folder.path, sealer(), nowMs)).toMatchObject({ kind: 'good', isNew: true });
  expect(readFileSync(join(folder.path, 'inbox.broken-2026-11-25T12-00-00.key'), 'utf8')).toBe(before);
});

it('I8 a folder that cannot be is no crash', () => {
  rmSync(folder.path, { recursive: true });
  writeFileSync(folder.path, 'a file');
  expect(openInboxKey(folder.path, sealer(), nowMs)).toEqual({ kind: 'refused', problem: 'folder-gone' });
});

it('L52 with a passphrase the key is sealed once more around what the system sealed, and is the same after', async () => {
  const before = openInboxKey(folder.path, sealer(), nowMs);
  const vault = createVault();
  vault.open(newKeyPair());
  await convertFiles(folder.path, vault);
  expect(isSealed(readFileSync(fileOf()))).toBe(true);
  expect(openInboxKey(folder.path, sealer(), nowMs, vault)).toEqual({ ...before, isNew: false });
  // Without a key ring too it is as good as sealed.
  rmSync(fileOf());
  expect(openInboxKey(folder.path, none, nowMs, vault)).toMatchObject({
    seal: { kind: 'sealed' },
    isNew: true,
  });
  vault.leaveOpen();
  await convertFiles(folder.path, vault);
  expect(openInboxKey(folder.path, none, nowMs)).toMatchObject({
    seal: { kind: 'key-in-file' },
    isNew: false,
  });
});

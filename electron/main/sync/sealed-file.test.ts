import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { updateName } from './file-names';
import { unwrapSyncKey, wrapSyncKey } from './key-file';
import { openPlace } from './look';
import { answered } from './place';
import { openFile, sealFile } from './sealed-file';

const key = randomBytes(32);
const name = updateName('00112233445566aa', 3);
const content = { machineName: 'Desk', update: Buffer.from([1, 2, 3]) };
const file = sealFile(content, name, key);
const derive = async (passphrase: string, salt: Uint8Array) =>
  Buffer.concat([Buffer.from(passphrase), salt], 64).subarray(0, 32);

it('E42 a file opens with its key under its name, and not otherwise', () => {
  expect(openFile(file, name, key)).toEqual({
    kind: 'good',
    content: { machineName: 'Desk', update: content.update },
  });
  expect(openFile(file, updateName('00112233445566aa', 4), key)).toEqual({ kind: 'aside', why: 'torn' });
  expect(openFile(file, name, randomBytes(32))).toEqual({ kind: 'aside', why: 'other-key' });
});

it('E49 cut at any byte it is torn, changed at any bit it is not opened, and nothing throws', () => {
  for (let length = 0; length < file.length; length += 1)
    expect(openFile(file.subarray(0, length), name, key)).toEqual({ kind: 'aside', why: 'torn' });
  expect(openFile(Buffer.alloc(500), name, key)).toEqual({ kind: 'aside', why: 'torn' });
  fc.assert(
    fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (at, bits) => {
      const changed = Buffer.from(file);
      changed[at] = (changed[at] ?? 0) ^ bits;
      expect(openFile(changed, name, key).kind).toBe('aside');
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => openFile(bytes, name, key).kind === 'aside'),
  );
});

it('E49 a file of a newer Foyer is told as that', () => {
  const newer = Buffer.from(file);
  newer[9] = 2;
  expect(openFile(newer, name, key)).toEqual({ kind: 'aside', why: 'newer' });
});

it('E42 the key opens with the passphrase alone', async () => {
  const text = await wrapSyncKey(key, 'correct horse', derive);
  expect(await unwrapSyncKey(text, 'correct horse', derive)).toEqual({ kind: 'good', key });
  expect(await unwrapSyncKey(text, 'wrong horse', derive)).toEqual({ kind: 'wrong' });
  expect(await unwrapSyncKey(text.slice(0, 80), 'correct horse', derive)).toEqual({ kind: 'torn' });
  expect(await unwrapSyncKey(text.replace('"version": 1', '"version": 2'), 'x', derive)).toEqual({
    kind: 'newer',
  });
  for (const [what, more] of [
    ['65536', '4294967296'],
    ['65536', '131073'],
    ['"passes": 3', '"passes": 7'],
    ['"lanes": 1', '"lanes": 3'],
  ] as const) {
    expect(text).toContain(what);
    expect(await unwrapSyncKey(text.replace(what, more), 'correct horse', derive)).toEqual({ kind: 'torn' });
  }
});

it('E42 files that are no keys keep nobody out, and none asks for more than twice what a key costs', async () => {
  const good = await wrapSyncKey(key, 'correct horse', derive);
  const torn = Array.from({ length: 20 }, (_, index) => [
    `foyer-${String(index).padStart(16, '0')}.key`,
    '{}',
  ]);
  const texts = new Map([...torn, ['foyer-ffffffffffffffff.key', good]] as [string, string][]);
  const place = {
    list: async () =>
      answered([...texts].map(([name, text]) => ({ name, sizeBytes: text.length, stamp: '1' }))),
    read: async (name: string) => answered(Buffer.from(texts.get(name) ?? '')),
  };
  expect(await openPlace(place, 'correct horse', derive)).toEqual({ kind: 'open', key });
  expect(await openPlace(place, 'wrong horse', derive)).toEqual({ kind: 'failed', reason: 'wrong' });
});

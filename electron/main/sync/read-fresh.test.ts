import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { updateName } from './file-names';
import { answered } from './place';
import { readFresh } from './read-fresh';
import { sealFile } from './sealed-file';
import { createSyncDocument } from './document';
import { startMachine } from './world.test-support';

const key = randomBytes(32);
const other = '0123456789abcdef';

it('E51 what was read before the place failed is coming, and is not read again', async () => {
  const book = startMachine(key).book();
  const names = [updateName(other, 1), updateName(other, 2)];
  const update = createSyncDocument(other).encode();
  const away = new Set([names[1]]);
  const port = {
    ...{ key, book, nowMs: () => 1, isStopped: () => false },
    place: {
      read: async (name: string) =>
        away.has(name)
          ? ({ ok: false, reason: 'unreachable' } as const)
          : answered(sealFile({ machineName: 'Other', update }, name, key)),
    },
  };
  const listed = names.map((name) => ({ name, sizeBytes: 1, stamp: '1' }));
  expect(await readFresh(port, listed)).toEqual({ isOther: true, problem: 'unreachable' });
  expect([book.read, book.coming.length]).toEqual([names.slice(0, 1), 1]);
  away.clear();
  expect(await readFresh(port, listed)).toEqual({ isOther: true, problem: undefined });
  expect([book.read, book.coming.length]).toEqual([names, 2]);
});

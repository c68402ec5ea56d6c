import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { createSyncDocument } from './document';
import { readName, updateName } from './file-names';
import { answered } from './place';
import { startMachine } from './world.test-support';
import { writeOwn } from './write-own';

const key = randomBytes(32);

it('E54 E55 a place where every name is taken is tried a hundred times, and fails; stopped, no further', async () => {
  const { book } = startMachine(key);
  const asked: string[] = [];
  const place = {
    write: async (name: string) => {
      asked.push(name);
      return answered(false);
    },
    remove: async () => answered(undefined),
  };
  const port = {
    ...{ place, key, book: book(), nowMs: () => 1, isStopped: () => false },
    document: createSyncDocument('0123456789abcdef'),
  };
  expect(await writeOwn(port, [])).toEqual({ ok: false, reason: 'failed' });
  expect(asked.filter((name) => name.endsWith('.sync'))).toHaveLength(100);
  const isStopped = (): boolean => asked.length >= 104;
  await writeOwn({ ...port, isStopped }, []);
  expect(asked).toHaveLength(104);
});

it('E41 knows the names of its files however many there were', () => {
  for (const number of [1, 99_999_999, 100_000_000, 123_456_789_012])
    expect(readName(updateName('0123456789abcdef', number))).toEqual({
      kind: 'update',
      machineId: '0123456789abcdef',
      number,
    });
  expect(readName('foyer-0123456789abcdef-1.sync')).toEqual({ kind: 'copy' });
});

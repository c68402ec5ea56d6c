import { readdirSync, readFileSync, readlinkSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { anEntry, TEST_KEY } from '../inbox.test-support';
import { fill, keysOf, openGood, pageOf, useFolder } from './engine.test-support';
import { openEngine } from './engine';
import { digest } from './facets';
import { INBOX_FILE } from './schema';

const folder = useFolder();

it('I7 the same key again changes nothing', async () => {
  const engine = openGood(folder.path);
  fill(engine, [{ body: 'first' }]);
  fill(engine, [{ body: 'second' }, { body: 'other' }]);
  expect((await pageOf(engine, {})).map(({ body }) => body)).toEqual(['other', 'first']);
});

it('I12 marks what fits as read and unread, and counts what changed', async () => {
  const engine = openGood(folder.path);
  fill(engine, [
    { channelId: 'a' },
    { channelId: 'b' },
    { channelId: 'a', isRead: true },
    { channelId: 'a' },
  ]);
  const mark = (
    selection: { channelId?: string; ids?: readonly number[]; isUnread?: boolean },
    isRead: boolean,
  ) => engine.answer<'markRead'>({ kind: 'markRead', selection, isRead });
  expect(await mark({ channelId: 'a' }, true)).toBe(2);
  expect(await keysOf(engine, { isUnread: true })).toEqual(['2']);
  expect(await mark({ ids: [1, 2, 99] }, false)).toBe(1);
  expect(await keysOf(engine, { isUnread: true })).toEqual(['2', '1']);
  expect(await mark({ isUnread: true }, false)).toBe(0);
  expect(await mark({ ids: [] }, true)).toBe(0);
  expect(await mark({ isUnread: true }, true)).toBe(2);
});

it('I14 entries belong to the stretch that runs; what is told twice is one', async () => {
  const engine = openGood(folder.path);
  fill(engine, [{ atMs: 7 }]);
  engine.write([
    { kind: 'left', atMs: 10 },
    { kind: 'left', atMs: 11 },
    { kind: 'came', atMs: 20 },
    { kind: 'came', atMs: 20 },
    { kind: 'entry', entry: anEntry('later', { atMs: 25 }) },
  ]);
  const page = await engine.answer<'page'>({ kind: 'page', filter: {}, beforeId: null, limit: 10 });
  expect(page.entries.map(({ sessionId }) => sessionId)).toEqual([2, 1]);
  expect(page.sessions).toEqual([
    { id: 2, cameMs: 20, leftMs: null },
    { id: 1, cameMs: 7, leftMs: 10 },
  ]);
});

it('I16 what is removed is out of the file and the log, words and names too, and the file is smaller', async () => {
  // Without a key nothing is encrypted, so that one can look.
  const opened = openEngine(folder.path, '', () => Promise.resolve());
  if (opened.kind !== 'good') throw new Error(opened.kind);
  const { engine } = opened;
  const secret = (index: number) => digest(String(index));
  fill(
    engine,
    Array.from({ length: 3_000 }, (_, index) => ({
      serviceId: index < 2_900 ? 'gone' : 'work',
      body: `the word ${secret(index)} and ${'more '.repeat(20)}`,
      sender: `Sender ${secret(index)}`,
      channelName: `Room ${secret(index)}`,
    })),
  );
  const file = join(folder.path, INBOX_FILE);
  const sizeBytes = () => statSync(file).size + statSync(`${file}-wal`).size;
  // The index writes only the end of a word that begins as the one before it.
  const countIn = (from: number, to: number): number => {
    const files = [readFileSync(file), readFileSync(`${file}-wal`)];
    const all = Array.from({ length: to - from }, (_, index) => secret(from + index).slice(4));
    return all.filter((end) => files.some((bytes) => bytes.includes(end))).length;
  };
  const beforeBytes = sizeBytes();
  expect(countIn(0, 100)).toBe(100);
  expect(await engine.answer<'remove'>({ kind: 'remove', selection: { serviceId: 'gone' } })).toBe(2_900);
  expect(countIn(0, 2_900)).toBe(0);
  expect(countIn(2_900, 3_000)).toBe(100);
  expect(await keysOf(engine, { text: secret(5) })).toEqual([]);
  expect(await keysOf(engine, { text: secret(2_950) })).toEqual(['2951']);
  expect(sizeBytes()).toBeLessThan(beforeBytes / 4);
});

it('I16 removes by ids, and nothing where nothing fits', async () => {
  const engine = openGood(folder.path);
  fill(engine, [{}, {}, {}]);
  const remove = (selection: { ids?: readonly number[]; text?: string }) =>
    engine.answer<'remove'>({ kind: 'remove', selection });
  expect(await remove({ ids: [1, 3, 77] })).toBe(2);
  expect(await remove({ ids: [] })).toBe(0);
  expect(await remove({ text: '...' })).toBe(0);
  expect(await keysOf(engine, {})).toEqual(['2']);
  expect(await remove({})).toBe(1);
});

it('I17 prunes what is older, and empty stretches but the present one', async () => {
  const engine = openGood(folder.path);
  const entry = (key: string, atMs: number) => ({ kind: 'entry', entry: anEntry(key, { atMs }) }) as const;
  engine.write([{ kind: 'came', atMs: 1 }, entry('a', 10), { kind: 'came', atMs: 20 }, entry('b', 30)]);
  engine.write([
    { kind: 'came', atMs: 40 },
    { kind: 'came', atMs: 50 },
  ]);
  expect(await engine.answer<'prune'>({ kind: 'prune', olderThanMs: 30 })).toBe(1);
  const file = join(folder.path, 'all.json');
  await engine.answer<'exportTo'>({ kind: 'exportTo', file, filter: {}, nowMs: 1 });
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    sessions: [{ cameMs: 20 }, { cameMs: 50 }],
    entries: [{ key: 'b' }],
  });
});

it('I18 exports all that fits as one JSON file for its owner alone, and leaves nothing half done', async () => {
  const engine = openGood(folder.path);
  fill(
    engine,
    Array.from({ length: 1_203 }, (_, index) => ({ channelId: index === 0 ? 'other' : 'general' })),
  );
  const file = join(folder.path, 'inbox.json');
  writeFileSync(file, 'before');
  const order = { kind: 'exportTo', filter: { channelId: 'general' }, nowMs: 5 } as const;
  expect(await engine.answer<'exportTo'>({ ...order, file })).toBe(1_202);
  const exported = JSON.parse(readFileSync(file, 'utf8')) as { entries: { key: string }[] };
  expect(exported).toMatchObject({
    format: 'foyer-inbox',
    version: 1,
    exportedAtMs: 5,
    sessions: [{ id: 1 }],
  });
  expect(exported.entries.map(({ key }) => key)).toEqual(
    Array.from({ length: 1_202 }, (_, index) => String(1_203 - index)),
  );
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await expect(
    engine.answer<'exportTo'>({ ...order, file: join(folder.path, 'nowhere', 'x.json') }),
  ).rejects.toThrow('ENOENT');
  expect(await engine.answer<'exportTo'>({ ...order, filter: { text: '...' }, file })).toBe(0);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ entries: [] });
  expect(readdirSync(folder.path).filter((name) => name.includes('.tmp'))).toEqual([]);
});

/** The files this process holds open, deleted ones too. */
const openFiles = (): readonly string[] =>
  readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      return [readlinkSync(`/proc/self/fd/${fd}`)];
    } catch {
      return []; // The one that the list itself was read by.
    }
  });

it.skipIf(process.platform !== 'linux')('I18 an export that fails half-way lets go of its file', async () => {
  const opened = openEngine(folder.path, TEST_KEY, () => Promise.reject(new Error('no more')));
  if (opened.kind !== 'good') throw new Error(opened.kind);
  fill(opened.engine, [{}, {}]);
  const order = { kind: 'exportTo', filter: {}, nowMs: 5, file: join(folder.path, 'half.json') } as const;
  await expect(opened.engine.answer<'exportTo'>(order)).rejects.toThrow('no more');
  expect(readdirSync(folder.path).filter((name) => name.startsWith('half'))).toEqual([]);
  expect(openFiles().filter((name) => name.includes('half.json'))).toEqual([]);
});

import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { TEST_KEY } from '../inbox.test-support';
import { openEngine } from './engine';
import { fill, keysOf, openGood, useFolder } from './engine.test-support';
import { closeFile, isSound, openFile } from './open';
import { toProblem } from './problem';
import { INBOX_FILE, SCHEMA_VERSION } from './schema';
import { openSql } from './sql';

const folder = useFolder();
const fileOf = (): string => join(folder.path, INBOX_FILE);
const pause = () => Promise.resolve();

/** A file with so many entries, closed; gives its bytes. */
function makeFile(count: number): Buffer {
  const engine = openGood(folder.path);
  fill(
    engine,
    Array.from({ length: count }, (_, index) => ({ body: `entry ${index}`, atMs: index * 1_000_000 })),
  );
  engine.close();
  return readFileSync(fileOf());
}

/** Puts bytes in the place of the file, as after a fault of the disk. */
function replaceFile(bytes: Buffer): void {
  rmSync(`${fileOf()}-wal`, { force: true });
  rmSync(fileOf(), { force: true });
  writeFileSync(fileOf(), bytes);
}

it('I1 the file and its log are encrypted, for the owner alone', () => {
  const engine = openGood(folder.path);
  fill(engine, [{ body: 'a very secret word' }]);
  for (const name of [INBOX_FILE, `${INBOX_FILE}-wal`]) {
    const bytes = readFileSync(join(folder.path, name));
    expect(bytes.length).toBeGreaterThan(0);
    expect(bytes.includes('secret')).toBe(false);
    expect(bytes.includes('SQLite format')).toBe(false);
    expect(statSync(join(folder.path, name)).mode & 0o777).toBe(0o600);
  }
  expect(existsSync(`${fileOf()}-shm`)).toBe(false);
});

it('I1 takes rights away from a file that others could read', () => {
  writeFileSync(fileOf(), '', { mode: 0o644 });
  openGood(folder.path).close();
  expect(statSync(fileOf()).mode & 0o777).toBe(0o600);
});

it('I4 a file that is cut off anywhere is broken, never a crash, never an empty inbox', () => {
  const whole = makeFile(60);
  const step = 64;
  for (let length = step; length < whole.length; length += step) {
    replaceFile(whole.subarray(0, length));
    expect([length, openEngine(folder.path, TEST_KEY, pause).kind]).toEqual([length, 'broken']);
    expect(readFileSync(fileOf()).length).toBe(length);
  }
}, 120_000);

it('I4 a flipped bit is found, or every entry is still there: never a crash', async () => {
  const count = 60;
  const whole = makeFile(count);
  const tally = { broken: 0, good: 0 };
  for (let at = 0; at < whole.length; at += 239) {
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << ((at / 64) % 8));
    replaceFile(bytes);
    const opened = openEngine(folder.path, TEST_KEY, pause);
    tally[opened.kind === 'good' ? 'good' : 'broken'] += 1;
    if (opened.kind !== 'good') continue;
    const found = await keysOf(opened.engine, {}).catch((error: unknown) => toProblem(error));
    if (found !== 'broken') expect([at, found?.length]).toEqual([at, count]);
    opened.engine.close();
  }
  expect(tally.broken).toBeGreaterThan(0);
}, 120_000);

it.each([
  ['no database', () => Buffer.from('not a database at all '.repeat(500))],
  ['one without encryption', () => plainDatabase()],
  ['zeros', () => Buffer.alloc(8_192)],
])('I4 a foreign file is broken and left as it is: %s', (_name, make) => {
  const bytes = make();
  replaceFile(bytes);
  expect(openEngine(folder.path, TEST_KEY, pause).kind).toBe('broken');
  expect(readFileSync(fileOf()).equals(bytes)).toBe(true);
});

function plainDatabase(): Buffer {
  const sql = openSql(fileOf(), '');
  sql.exec('CREATE TABLE other (x)');
  sql.close();
  return readFileSync(fileOf());
}

it('I4 another key’s file, and another program’s encrypted one, are broken', () => {
  makeFile(3);
  expect(openEngine(folder.path, 'b'.repeat(64), pause).kind).toBe('broken');
  rmSync(fileOf());
  const sql = openSql(fileOf(), TEST_KEY);
  sql.exec('CREATE TABLE other (x); PRAGMA user_version = 1');
  sql.close();
  expect(openEngine(folder.path, TEST_KEY, pause).kind).toBe('broken');
});

it('I4 a file whose parts do not fit together is found by looking through it', () => {
  makeFile(5);
  const sql = openSql(fileOf(), TEST_KEY);
  sql.exec('DELETE FROM content WHERE id = 3');
  expect(isSound(sql)).toBe(false);
  sql.exec('DELETE FROM entry WHERE id = 3');
  expect(isSound(sql)).toBe(true);
  sql.exec('DROP TABLE hour');
  sql.close();
  expect(openEngine(folder.path, TEST_KEY, pause).kind).toBe('broken');
});

it('I5 a file of a newer version is newer, and left as it is', () => {
  makeFile(2);
  const sql = openSql(fileOf(), TEST_KEY);
  sql.exec('PRAGMA user_version = 9');
  sql.all('PRAGMA wal_checkpoint(TRUNCATE)');
  sql.close();
  const before = readFileSync(fileOf());
  expect(openEngine(folder.path, TEST_KEY, pause)).toEqual({ kind: 'newer', version: 9 });
  expect(readFileSync(fileOf()).equals(before)).toBe(true);
});

it('I5 a file of version 1 knows no messages, and is read', () => {
  makeFile(2);
  const sql = openSql(fileOf(), TEST_KEY);
  sql.exec('ALTER TABLE content DROP COLUMN message_id; PRAGMA user_version = 1');
  sql.close();
  const opened = openFile(folder.path, TEST_KEY);
  if (opened.kind !== 'good') throw new Error(opened.kind);
  expect(opened.sql.all('SELECT message_id FROM content')).toEqual([
    { message_id: null },
    { message_id: null },
  ]);
  expect(opened.sql.get('PRAGMA user_version')).toMatchObject({ user_version: SCHEMA_VERSION });
  closeFile(opened.sql);
});

it('I5 steps lead from an older version to the present one, all or none', () => {
  makeFile(2);
  const bytes = readFileSync(fileOf());
  const to = (target: number, sql: string) => ({ target, steps: [{ from: target - 1, sql }] });
  const opened = openFile(folder.path, TEST_KEY, to(SCHEMA_VERSION + 1, 'CREATE TABLE added (x);'));
  if (opened.kind !== 'good') throw new Error(opened.kind);
  expect(opened.sql.get('SELECT count(*) AS count FROM added')).toMatchObject({ count: 0 });
  expect(opened.sql.get('PRAGMA user_version')).toMatchObject({ user_version: SCHEMA_VERSION + 1 });
  closeFile(opened.sql);

  replaceFile(bytes);
  const failing = to(SCHEMA_VERSION + 1, 'CREATE TABLE added (x); SELECT nonsense;');
  expect(openFile(folder.path, TEST_KEY, failing)).toEqual({ kind: 'broken' });
  replaceFile(readFileSync(fileOf()));
  expect(openFile(folder.path, TEST_KEY, { target: SCHEMA_VERSION + 2, steps: [] })).toEqual({
    kind: 'broken',
  });
  replaceFile(readFileSync(fileOf()));
  const sql = openSql(fileOf(), TEST_KEY);
  expect(sql.get('PRAGMA user_version')).toMatchObject({ user_version: SCHEMA_VERSION });
  expect(() => sql.get('SELECT count(*) FROM added')).toThrow('no such table');
});

it('I4 an empty file is a first start', async () => {
  makeFile(1);
  truncateSync(fileOf(), 0);
  rmSync(`${fileOf()}-wal`, { force: true });
  expect(await keysOf(openGood(folder.path), {})).toEqual([]);
  expect(readdirSync(folder.path).filter((name) => !name.startsWith(INBOX_FILE))).toEqual([]);
});

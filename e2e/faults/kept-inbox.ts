import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { INBOX_FILE, INBOX_FILE_PARTS } from '../../electron/main/inbox/engine/schema.js';
import { openSql } from '../../electron/main/inbox/engine/sql.js';
import {
  anEntry,
  createTestInbox,
  TEST_KEY,
  type TestInbox,
} from '../../electron/main/inbox/inbox.test-support.js';
import { damages, strikeAll } from './damage.js';
import type { Fault } from './fault.js';

const ENTRIES = 60;
const LONG_MS = 900_000;
const keys = Array.from({ length: ENTRIES }, (_, index) => `entry-${index}`);

/** All keys that the inbox gives, page by page. */
async function keysIn(inbox: TestInbox): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let beforeId: number | null = null, isFirst = true; isFirst || beforeId !== null; isFirst = false) {
    const page = await inbox.page({}, beforeId, 200);
    for (const { key } of page.entries) found.add(key);
    beforeId = page.nextId;
  }
  return found;
}

/** An inbox at rest, as the app itself writes it. */
async function makeInbox(folder: string): Promise<Buffer> {
  const inbox = createTestInbox(folder);
  keys.forEach((key, index) =>
    inbox.add(anEntry(key, { body: `Message ${index} of many`, sender: `person ${index % 7}` })),
  );
  await inbox.flush();
  await inbox.stop();
  return readFile(join(folder, INBOX_FILE));
}

/** Gives how many entries are neither in the inbox nor in a file set aside whole. */
async function strike(folder: string, bytes: Buffer): Promise<number> {
  for (const part of ['', ...INBOX_FILE_PARTS]) await rm(join(folder, INBOX_FILE + part), { force: true });
  await writeFile(join(folder, INBOX_FILE), bytes);
  const inbox = createTestInbox(folder);
  try {
    // What a statement comes upon is told to whoever asked, who may ask again at once.
    const found = await keysIn(inbox).catch(() => keysIn(inbox));
    inbox.add(anEntry('after'));
    await inbox.flush();
    expect(await inbox.count({ text: 'lunch' })).toBeGreaterThan(0);
    const [aside] = inbox.told.setAside;
    if (aside === undefined) return bytes.length === 0 ? 0 : keys.filter((key) => !found.has(key)).length;
    const file = join(folder, aside.setAsideAs);
    // What only a statement came upon was in use until then, so it has been written to.
    if (!(await readFile(file)).equals(bytes)) expect(entriesIn(file)).toBeGreaterThanOrEqual(ENTRIES);
    await rm(file);
    return 0;
  } finally {
    await inbox.stop();
  }
}

/** How many entries a file has that cannot be used as a whole. */
function entriesIn(file: string): number {
  // A copy: in one process the engine does not let go of what it had.
  const copy = `${file}.copy`;
  copyFileSync(file, copy);
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`);
  const sql = openSql(copy, TEST_KEY);
  try {
    return sql.get<{ count: number }>('SELECT count(*) AS count FROM entry')?.count ?? 0;
  } finally {
    sql.close();
  }
}

const damageInbox = (
  id: string,
  what: string,
  forms: (whole: Buffer, folder: string) => Iterable<Buffer>,
): Fault => ({
  id,
  title: `the inbox ${what}`,
  group: 'kept',
  cost: 'nightly',
  timeoutMs: LONG_MS,
  run: () =>
    strikeAll('that a new inbox was begun and where the damaged one is, whole', async (folder) => ({
      forms: forms(await makeInbox(folder), folder),
      strike: (bytes) => strike(folder, bytes),
    })),
});

/** The file as a later version would leave it. */
function* newer(_whole: Buffer, folder: string): Iterable<Buffer> {
  const file = join(folder, INBOX_FILE);
  const sql = openSql(file, TEST_KEY);
  sql.exec('PRAGMA user_version = 99');
  sql.close();
  yield readFileSync(file);
}

export const inboxFaults: readonly Fault[] = [
  damageInbox('inbox-cut', damages.cut.what, damages.cut.forms),
  damageInbox('inbox-flipped', damages.flipped.what, damages.flipped.forms),
  damageInbox('inbox-nonsense', damages.nonsense.what, damages.nonsense.forms),
  damageInbox('inbox-newer', 'from a newer version', newer),
];

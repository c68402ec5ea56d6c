import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { APPLICATION_ID, INBOX_FILE, SCHEMA, SCHEMA_VERSION, schemaSteps, type SchemaStep } from './schema';
import { SELECT_ENTRIES } from './rows';
import { InboxFault, toProblem } from './problem';
import { openSql, type Sql, type SqlValue } from './sql';

/** A smaller file is looked through whole at each opening, which takes under 100 ms. */
const CHECKED_AT_ONCE_BYTES = 8 * 2 ** 20;

/** The version to bring a file to, and the steps that lead there. */
export interface SchemaChain {
  readonly target: number;
  readonly steps: readonly SchemaStep[];
}
const present: SchemaChain = { target: SCHEMA_VERSION, steps: schemaSteps };

/** What opening gives. `newer` was written by a later version of the app. */
export type OpenedFile =
  | { readonly kind: 'good'; readonly sql: Sql }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'broken' };

/**
 * Opens the inbox's file in a folder, makes it where it is missing, and brings it up to the present version. A file that
 * cannot be used is left as it is.
 * @throws what `toProblem` can name: the disk refused
 */
export function openFile(folder: string, key: string, chain: SchemaChain = present): OpenedFile {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, INBOX_FILE);
  // SQLite gives its other files the rights of this one.
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
  const { size } = statSync(file);
  const sql = openSql(file, key);
  try {
    // Before anything is written: a file that is not for us stays as it is.
    const found = size === 0 ? undefined : look(sql);
    if (found !== undefined && found.version > chain.target && found.isOurs) {
      return giveUp(sql, { kind: 'newer', version: found.version });
    }
    if (found !== undefined && !found.isOurs) return giveUp(sql, { kind: 'broken' });
    sql.all('PRAGMA locking_mode = EXCLUSIVE');
    if (size > 0 && size <= CHECKED_AT_ONCE_BYTES && !isSound(sql)) return giveUp(sql, { kind: 'broken' });
    // Before the first table; later it would need the whole file written anew.
    if (found === undefined) sql.exec('PRAGMA auto_vacuum = INCREMENTAL');
    setUp(sql);
    if (found === undefined) sql.together(() => sql.exec(SCHEMA));
    else climb(sql, found.version, chain);
    for (const text of PROBES) sql.all(text.sql, text.values);
    return { kind: 'good', sql };
  } catch (error) {
    if (toProblem(error) === 'broken' || isOfStatement(error)) return giveUp(sql, { kind: 'broken' });
    letGo(sql);
    throw error;
  }
}

/** What a file says it is; undefined when there is nothing in it yet. */
function look(sql: Sql): { readonly version: number; readonly isOurs: boolean } | undefined {
  const tables = sql.get<{ count: number }>('SELECT count(*) AS count FROM sqlite_schema')?.count ?? 0;
  if (tables === 0) return undefined;
  const version = sql.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
  const application = sql.get<{ application_id: number }>('PRAGMA application_id')?.application_id ?? 0;
  return { version, isOurs: application === APPLICATION_ID && version >= 1 };
}

/** Only work when all tables are there, as they are to be. */
const PROBES: readonly { readonly sql: string; readonly values: readonly SqlValue[] }[] = [
  { sql: SELECT_ENTRIES, values: ['[]'] },
  { sql: 'SELECT title, body, sender, channel, facets FROM search LIMIT 0', values: [] },
  {
    sql: 'SELECT id, came_ms, left_ms, hour, first_id, last_id, value FROM session, hour, fact LIMIT 0',
    values: [],
  },
];

/** SQLITE_ERROR: a table or column is not what a statement wants. */
const isOfStatement = (error: unknown): boolean =>
  error instanceof Error && 'rawCode' in error && error.rawCode === 1;

/**
 * One process at a time has the file (`locking_mode` is set before), so that the index of the log is in its own memory (no
 * `-shm` file to be cut short). Each transaction is in the file when it has ended; that the disk
 * holds it is asked for after each (`createHold`) and before the log is brought into the file. What is deleted is overwritten.
 */
function setUp(sql: Sql): void {
  const mode = sql.get<{ journal_mode: string }>('PRAGMA journal_mode = WAL')?.journal_mode;
  if (mode !== 'wal') throw new InboxFault('disk-error');
  sql.exec(
    'PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON; PRAGMA cache_size = -6000; PRAGMA temp_store = MEMORY;',
  );
}

/** Takes a file from its version to the present one, all or nothing. */
function climb(sql: Sql, version: number, { target, steps }: SchemaChain): void {
  if (version === target) return;
  sql.together(() => {
    for (let at = version; at < target; at += 1) {
      const step = steps.find(({ from }) => from === at);
      if (step === undefined) throw new InboxFault('broken');
      sql.exec(step.sql);
    }
    sql.exec(`PRAGMA user_version = ${target}`);
  });
}

/** Whether the whole file, its indexes and the words for searching fit together. */
export function isSound(sql: Sql): boolean {
  try {
    const found = sql.all<{ integrity_check: string }>('PRAGMA integrity_check(1)');
    return found.length === 1 && found[0]?.integrity_check === 'ok' && hasAllTexts(sql);
  } catch (error) {
    if (toProblem(error) === 'broken') return false;
    throw error;
  }
}

/** Whether each entry has its texts, its place and its words. */
function hasAllTexts(sql: Sql): boolean {
  const missing = sql.get<{ count: number }>(`
    SELECT count(*) AS count FROM entry e
    LEFT JOIN content c ON c.id = e.id LEFT JOIN place p ON p.id = e.place LEFT JOIN why w ON w.id = e.why
    LEFT JOIN search_docsize d ON d.id = e.id
    WHERE c.id IS NULL OR p.id IS NULL OR w.id IS NULL OR d.id IS NULL`);
  return missing?.count === 0;
}

/** Closes a file; at rest it is all there is, without a log. */
export function closeFile(sql: Sql): void {
  // Brings what is in the log into the file and removes the log.
  sql.all('PRAGMA journal_mode = DELETE');
  letGo(sql);
}

/** The library lets go of the file only when each of its statements is gone; of its lock it can at once. */
function letGo(sql: Sql): void {
  try {
    sql.all('PRAGMA locking_mode = NORMAL');
    sql.all('SELECT 1 FROM sqlite_schema LIMIT 1');
  } catch {
    // What cannot be read has no lock either.
  }
  sql.close();
}

function giveUp<T>(sql: Sql, result: T): T {
  letGo(sql);
  return result;
}

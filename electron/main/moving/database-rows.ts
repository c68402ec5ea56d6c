import Database from 'libsql';
import { asRow } from '../inbox/engine/sql';

/** What Ferdium's database holds that is of use here, as its export would have it. */
export interface DatabaseRows {
  readonly services: readonly unknown[];
  readonly workspaces: readonly unknown[];
}

const columns = {
  services: ['id', 'serviceId', 'name', 'recipeId', 'settings'],
  workspaces: ['id', 'workspaceId', 'name', 'order', 'services', 'data'],
} as const;

/**
 * Reads the database that Ferdium keeps without an account. Give a copy: SQLite may make files beside it.
 * @throws what libsql throws where it is no such database
 */
export function readDatabaseRows(file: string): DatabaseRows {
  const database = new Database(file, { fileMustExist: true });
  try {
    const rowsOf = (table: keyof typeof columns): readonly unknown[] => {
      const found = database.prepare(`PRAGMA table_info(${table})`).all() as { readonly name: string }[];
      const there = columns[table].filter((name) => found.some((column) => column.name === name));
      if (there.length === 0) return [];
      const row = asRow(Object.fromEntries(there.map((name) => [name, `"${name}"`])));
      const rows = database.prepare(`SELECT ${row} FROM ${table} ORDER BY rowid`).all() as {
        readonly bytes: ArrayBuffer;
      }[];
      return rows.map(({ bytes }) => JSON.parse(Buffer.from(bytes).toString('utf8')));
    };
    return { services: rowsOf('services'), workspaces: rowsOf('workspaces') };
  } finally {
    database.close();
  }
}

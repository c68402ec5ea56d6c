import { readDatabaseRows, type DatabaseRows } from './database-rows';

// Reads one database of another app and ends: such a file may be broken in ways that take the process with it. Started
// by `read-database.ts` with the engine's binary and the file.

/** What the process tells, once. */
export type FromDatabase = { readonly ok: true; readonly rows: DatabaseRows } | { readonly ok: false };

const { parentPort } = process;

parentPort.on('message', ({ data }: { readonly data: string }) => {
  parentPort.postMessage(read(data));
});

function read(file: string): FromDatabase {
  try {
    return { ok: true, rows: readDatabaseRows(file) };
  } catch {
    return { ok: false };
  }
}

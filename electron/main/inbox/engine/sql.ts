import Database from 'libsql';

/** What can be put into a statement. */
export type SqlValue = string | number | null;

/** One open database. Statements are prepared once. All of it is synchronous. */
export interface Sql {
  readonly exec: (text: string) => void;
  readonly all: <Row>(text: string, values?: readonly SqlValue[]) => readonly Row[];
  /** As `all`, for a statement that gives one JSON object in each row; see {@link asRow}. For all that has texts in it. */
  readonly rows: <Row>(text: string, values?: readonly SqlValue[]) => readonly Row[];
  readonly get: <Row>(text: string, values?: readonly SqlValue[]) => Row | undefined;
  /** Gives how many rows it changed, and the id of the row put in last. */
  readonly run: (
    text: string,
    values?: readonly SqlValue[],
  ) => { readonly changes: number; readonly id: number };
  /** All of `work` or nothing of it. */
  readonly together: <T>(work: () => T) => T;
  readonly close: () => void;
}

/**
 * Columns as one JSON object, in bytes. A text that is no text any more, since the disk changed a bit of it, takes the
 * process with it when the library reads it as one.
 */
export const asRow = (columns: Readonly<Record<string, string>>): string =>
  `CAST(json_object(${Object.entries(columns)
    .map(([name, column]) => `'${name}', ${column}`)
    .join(', ')}) AS BLOB) AS bytes`;

/** Longest wait for another process to let go of the file: one of ours that is just ending. */
const BUSY_MS = 2_000;

/**
 * Opens an encrypted database file, which is made where it is missing.
 * @throws what libsql throws; `toProblem` says what it means
 */
export function openSql(file: string, key: string): Sql {
  const database = new Database(file, {
    encryptionCipher: 'aes256cbc',
    encryptionKey: key,
    timeout: BUSY_MS,
  } as Database.Options);
  const statements = new Map<string, Database.Statement<[readonly SqlValue[]]>>();
  const prepare = (text: string): Database.Statement<[readonly SqlValue[]]> => {
    const known = statements.get(text);
    if (known !== undefined) return known;
    const made = database.prepare<[readonly SqlValue[]]>(text);
    statements.set(text, made);
    return made;
  };
  return {
    exec: (text) => void database.exec(text),
    // Values are always one list: a lone null is taken for a list of names by the library.
    all: <Row>(text: string, values: readonly SqlValue[] = []) => prepare(text).all(values) as Row[],
    rows: <Row>(text: string, values: readonly SqlValue[] = []) =>
      (prepare(text).all(values) as { readonly bytes: ArrayBuffer }[]).map(
        ({ bytes }) => JSON.parse(Buffer.from(bytes).toString('utf8')) as Row,
      ),
    get: <Row>(text: string, values: readonly SqlValue[] = []) =>
      prepare(text).get(values) as Row | undefined,
    run: (text, values = []) => {
      const { changes, lastInsertRowid } = prepare(text).run(values);
      return { changes, id: Number(lastInsertRowid) };
    },
    together: (work) => {
      database.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        database.exec('COMMIT');
        return result;
      } catch (error) {
        // A full disk ends the transaction by itself.
        if (database.inTransaction) database.exec('ROLLBACK');
        throw error;
      }
    },
    close: () => void database.close(),
  };
}

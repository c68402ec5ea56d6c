import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { writeFile } from 'atomically';
import { fromJson } from '../../core/model/from-json';
import { safeParse } from '../../core/model/safe-parse';
import type { SyncPlaceName } from '../../core/model/sync';
import type { Links } from '../../core/sync/links';
import type { Made } from '../../core/sync/made';
import type { FileCodec } from '../lock/vault';
import { isNotFound } from '../store/disk-error';
import { setAside } from '../store/set-aside';
import { SYNC_FILE } from './file-names';

const links = z.record(z.string(), z.string());
const texts = z.array(z.string());
const thingSchema = z.object({
  fields: z.record(z.string(), z.unknown()),
  lists: z.record(z.string(), texts),
  texts: z.record(z.string(), z.string()),
});

/** The key of the place, in base64, and the password of its server. */
export const openSecretsSchema = z.object({ key: z.string(), password: z.string() });

const bookSchema = z.object({
  version: z.literal(1),
  machineId: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  machineName: z.string(),
  place: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('folder'), folder: z.string() }),
    z.object({ kind: z.literal('webdav'), url: z.string(), user: z.string() }),
  ]),
  /** Sealed by the system's key ring where there is one, in base64. */
  secrets: z.union([z.object({ sealed: z.string() }), openSecretsSchema]),
  isPaused: z.boolean(),
  links: z.object({ services: links, workspaces: links, schedules: links }),
  /** The document, in base64, and what it said when it and what is kept were the same. */
  document: z.nullable(z.string()),
  agreed: z.array(z.tuple([z.string(), thingSchema])),
  /** What was read but may not be in what is kept yet, and what was done here but is not in the place yet. */
  coming: texts,
  going: texts,
  /** Number of the last file of this machine, and its files as they were written. */
  number: z.number().check(z.int(), z.minimum(0)),
  own: z.array(z.object({ name: z.string(), sizeBytes: z.number() })),
  /** The file with the wrapped key, so that it can be put back. */
  keyText: z.string(),
  /** Files that were read, and those that are set aside until they change. */
  read: texts,
  aside: z.array(
    z.object({ name: z.string(), stamp: z.string(), why: z.enum(['torn', 'foreign', 'other-key', 'newer']) }),
  ),
  machines: z.array(z.object({ id: z.string(), name: z.string(), heardAtMs: z.nullable(z.number()) })),
  wroteAtMs: z.nullable(z.number()),
  readAtMs: z.nullable(z.number()),
});

type Kept = z.infer<typeof bookSchema>;

/** What this machine remembers of several machines. */
export interface Book extends Omit<
  Kept,
  'version' | 'links' | 'place' | 'agreed' | 'document' | 'coming' | 'going'
> {
  readonly machineId: string;
  readonly place: SyncPlaceName;
  readonly links: Links;
  document: Uint8Array | undefined;
  agreed: Made;
  coming: readonly Uint8Array[];
  going: readonly Uint8Array[];
}

/** What a machine remembers that has just begun, or joined. */
export const newBook = (
  begun: Pick<
    Book,
    'machineId' | 'machineName' | 'place' | 'secrets' | 'keyText' | 'links' | 'document' | 'agreed'
  >,
): Book => ({
  ...begun,
  isPaused: false,
  coming: [],
  going: [],
  number: 0,
  own: [],
  read: [],
  aside: [],
  machines: [],
  wroteAtMs: null,
  readAtMs: null,
});

/** Where the book is kept. */
export interface BookFile {
  /** Undefined where there is none; `broken` where there is one that cannot be read: it stays until another takes its place. */
  readonly load: () => Book | 'broken' | undefined;
  /** Sets aside the one that cannot be used. */
  readonly setAside: () => void;
  /** False where the disk refuses. */
  readonly save: (book: Book) => Promise<boolean>;
  readonly remove: () => void;
}

/** The book in the app's data folder, sealed while there is a passphrase of the lock. */
export function createBookFile(folder: string, codec: FileCodec, nowMs: () => number): BookFile {
  const path = join(folder, SYNC_FILE);
  return {
    load: () => {
      try {
        const plain = codec.unwrap(readFileSync(path));
        return (plain && readBook(Buffer.from(plain).toString('utf8'))) ?? 'broken';
      } catch (error) {
        return isNotFound(error) ? undefined : 'broken';
      }
    },
    setAside: () => void setAside(folder, SYNC_FILE, { kind: 'broken' }, nowMs()),
    save: async (book) => {
      const text = writeBook(book);
      return writeFile(path, Buffer.from(codec.wrap(Buffer.from(text))), { mode: 0o600 }).then(
        () => true,
        () => false,
      );
    },
    remove: () => rmSync(path, { force: true }),
  };
}

const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const toBytes = (text: string): Uint8Array => Buffer.from(text, 'base64');

export const writeBook = ({ document, agreed, coming, going, ...book }: Book): string =>
  JSON.stringify({
    version: 1,
    ...book,
    document: document === undefined ? null : toBase64(document),
    agreed: [...agreed],
    coming: coming.map(toBase64),
    going: going.map(toBase64),
  });

/** Reads the text of a book; undefined where it is none. Never throws. */
export function readBook(text: string): Book | undefined {
  const read = safeParse(bookSchema, fromJson(text));
  if (!read.success) return undefined;
  const { version: _version, document, agreed, coming, going, ...book } = read.data;
  return {
    ...book,
    document: document === null ? undefined : toBytes(document),
    agreed: new Map(agreed),
    coming: coming.map(toBytes),
    going: going.map(toBytes),
  };
}

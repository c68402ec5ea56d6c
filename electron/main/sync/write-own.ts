import type { Book } from './book';
import { mergeUpdates, type SyncDocument } from './document';
import { keyName, readName, updateName } from './file-names';
import { answered, type FoundFile, type PlaceAnswer, type SyncPlace } from './place';
import { sealFile } from './sealed-file';

/** So many files of a machine become one. */
const OWN_FILES_MAX = 24;
/** A place that says of so many names that they are taken is not one. */
const TRIES_MAX = 100;

interface WritePort {
  readonly place: Pick<SyncPlace, 'write' | 'remove'>;
  readonly key: Buffer;
  readonly book: Book;
  readonly document: Pick<SyncDocument, 'pack'>;
  readonly nowMs: () => number;
  readonly isStopped: () => boolean;
}

/**
 * Writes what was done here and is not in the place yet, under the next number. All there is, in one file that takes the
 * place of those before, where they became many or are not as they were written. True where the book says something else.
 */
export async function writeOwn(port: WritePort, listed: readonly FoundFile[]): Promise<PlaceAnswer<boolean>> {
  const { place, book, isStopped } = port;
  const sizes = new Map(listed.map(({ name, sizeBytes }) => [name, sizeBytes]));
  if (!sizes.has(keyName(book.machineId))) {
    const put = await place.write(keyName(book.machineId), Buffer.from(book.keyText));
    if (!put.ok) return put;
    if (isStopped()) return answered(false);
  }
  // What was cut in the middle of writing it is written anew, under another name.
  for (const { name, why } of book.aside)
    if (why === 'torn' && isOwn(name, book.machineId) && !isStopped()) await place.remove(name);
  if (isStopped()) return answered(false);
  const isWhole =
    book.own.length >= OWN_FILES_MAX ||
    book.own.length === 0 ||
    book.own.some(({ name, sizeBytes }) => sizes.get(name) !== sizeBytes);
  if (!isWhole && book.going.length === 0) return answered(false);
  const taken = book.going.length;
  const written = await put(port, isWhole ? port.document.pack() : mergeUpdates(book.going));
  if (!written.ok) return written;
  book.going = book.going.slice(taken);
  book.wroteAtMs = port.nowMs();
  if (!isWhole) {
    book.own.push(written.value);
    return answered(true);
  }
  const others = listed.filter(({ name }) => isOwn(name, book.machineId) && book.read.includes(name));
  book.own = [written.value];
  for (const { name } of others) {
    // What stays is of no use, and does no harm.
    if (name !== written.value.name && !isStopped()) await place.remove(name);
  }
  return answered(true);
}

/** Whether it is one of this machine's. */
function isOwn(name: string, machineId: string): boolean {
  const named = readName(name);
  return named?.kind === 'update' && named.machineId === machineId;
}

async function put(
  { place, book, key, isStopped }: WritePort,
  update: Uint8Array,
): Promise<PlaceAnswer<{ readonly name: string; readonly sizeBytes: number }>> {
  for (let tries = 0; tries < TRIES_MAX && !isStopped(); tries += 1) {
    book.number += 1;
    const name = updateName(book.machineId, book.number);
    const bytes = sealFile({ machineName: book.machineName, update }, name, key);
    const answer = await place.write(name, bytes);
    if (!answer.ok) return answer;
    // One that is there is of this machine before it was set back: it is read like any other.
    if (!answer.value) continue;
    book.read.push(name);
    return answered({ name, sizeBytes: bytes.length });
  }
  return { ok: false, reason: 'failed' };
}

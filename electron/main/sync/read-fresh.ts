import type { AsideWhy, PlaceProblem } from '../../core/model/sync';
import type { Book } from './book';
import { isUpdate } from './document';
import { readName } from './file-names';
import type { FoundFile, SyncPlace } from './place';
import { openFile } from './sealed-file';

interface ReadPort {
  readonly place: Pick<SyncPlace, 'read'>;
  readonly key: Buffer;
  readonly book: Book;
  readonly nowMs: () => number;
  readonly isStopped: () => boolean;
}

export interface Fresh {
  /** The book says something else than before. */
  readonly isOther: boolean;
  /** Why not all was read. */
  readonly problem: PlaceProblem | undefined;
}

/**
 * Reads what was not read yet, each file once; what it says is coming from then on, whatever stands in the way of the rest.
 * What cannot be used is set aside until it changes.
 */
export async function readFresh(
  { place, key, book, nowMs, isStopped }: ReadPort,
  listed: readonly FoundFile[],
): Promise<Fresh> {
  const there = new Map(listed.map((file) => [file.name, file]));
  const before = JSON.stringify([book.read, book.aside]);
  book.read = book.read.filter((name) => there.has(name));
  book.aside = book.aside.filter(({ name, stamp }) => there.get(name)?.stamp === stamp);
  const done = new Set([...book.read, ...book.aside.map(({ name }) => name)]);
  const isOther = (): boolean => before !== JSON.stringify([book.read, book.aside]);
  for (const { name, stamp } of listed) {
    const named = readName(name);
    if (done.has(name) || named === undefined || named.kind === 'key') continue;
    const setAside = (why: AsideWhy): void => void book.aside.push({ name, stamp, why });
    if (named.kind === 'copy') {
      setAside('foreign');
      continue;
    }
    const bytes = await place.read(name);
    if (isStopped()) break;
    if (!bytes.ok) return { isOther: isOther(), problem: bytes.reason };
    if (bytes.value === undefined) continue;
    const opened = openFile(bytes.value, name, key);
    if (opened.kind === 'aside') setAside(opened.why);
    else if (!isUpdate(opened.content.update)) setAside('newer');
    else {
      book.coming = [...book.coming, opened.content.update];
      book.read.push(name);
      hear(book, named.machineId, opened.content.machineName, nowMs());
    }
  }
  return { isOther: isOther(), problem: undefined };
}

function hear(book: Book, id: string, name: string, heardAtMs: number): void {
  if (id === book.machineId) return;
  book.machines = [...book.machines.filter((one) => one.id !== id), { id, name, heardAtMs }];
}

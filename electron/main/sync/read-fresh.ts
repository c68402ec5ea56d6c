import type { AsideWhy } from '../../core/model/sync';
import type { Book } from './book';
import { isUpdate } from './document';
import { readName } from './file-names';
import { answered, type FoundFile, type PlaceAnswer, type SyncPlace } from './place';
import { openFile } from './sealed-file';

interface ReadPort {
  readonly place: Pick<SyncPlace, 'read'>;
  readonly key: Buffer;
  readonly book: Book;
  readonly nowMs: () => number;
}

export interface Fresh {
  readonly updates: readonly Uint8Array[];
  /** The book says something else than before. */
  readonly isOther: boolean;
}

/** Reads what was not read yet, each file once. What cannot be used is set aside until it changes. */
export async function readFresh(
  { place, key, book, nowMs }: ReadPort,
  listed: readonly FoundFile[],
): Promise<PlaceAnswer<Fresh>> {
  const there = new Map(listed.map((file) => [file.name, file]));
  const before = JSON.stringify([book.read, book.aside]);
  book.read = book.read.filter((name) => there.has(name));
  book.aside = book.aside.filter(({ name, stamp }) => there.get(name)?.stamp === stamp);
  const done = new Set([...book.read, ...book.aside.map(({ name }) => name)]);
  const updates: Uint8Array[] = [];
  for (const { name, stamp } of listed) {
    const named = readName(name);
    if (done.has(name) || named === undefined || named.kind === 'key') continue;
    const setAside = (why: AsideWhy): void => void book.aside.push({ name, stamp, why });
    if (named.kind === 'copy') {
      setAside('foreign');
      continue;
    }
    const bytes = await place.read(name);
    if (!bytes.ok) return bytes;
    if (bytes.value === undefined) continue;
    const opened = openFile(bytes.value, name, key);
    if (opened.kind === 'aside') setAside(opened.why);
    else if (!isUpdate(opened.content.update)) setAside('newer');
    else {
      updates.push(opened.content.update);
      book.read.push(name);
      hear(book, named.machineId, opened.content.machineName, nowMs());
    }
  }
  return answered({ updates, isOther: before !== JSON.stringify([book.read, book.aside]) });
}

function hear(book: Book, id: string, name: string, heardAtMs: number): void {
  if (id === book.machineId) return;
  book.machines = [...book.machines.filter((one) => one.id !== id), { id, name, heardAtMs }];
}

import * as Y from 'yjs';
import { hunksOf } from '../../core/sync/hunks';
import type { ListEdit, MadeEdit } from '../../core/sync/diff-made';
import { lastingKeys, type Made, type Thing } from '../../core/sync/made';
import { listOf, mapOf, textOf, watchParts, type Parts } from './document-parts';

/** All that the machines agreed on, and how it came to be: what is merged. */
export interface SyncDocument {
  /** What did not change is the same object as before. */
  readonly made: () => Made;
  /** Writes in what was done here; gives what tells the others, or undefined where that is nothing. */
  readonly edit: (edits: readonly MadeEdit[]) => Uint8Array | undefined;
  /** Takes in what others did, in any order and as often as it comes; what is none of that is passed over. */
  readonly apply: (updates: readonly Uint8Array[]) => void;
  /** All of it, perhaps with some that is over. */
  readonly encode: () => Uint8Array;
  /** All of it, and no more; takes a tenth of a second at a thousand things. */
  readonly pack: () => Uint8Array;
}

/** Names what a machine last did to a thing: as long as one of them is there, so is the thing. */
const LIFE = '+';
/** What is over may make it so much larger than it has to be, in bytes, and twice as large beside. */
const OVER_BYTES_MAX = 50_000;

/**
 * Creates the document on Yjs (ADR 17). Each thing is a map of its own at the top, each list and each text a type of its
 * own, so that two machines that make the same thing while apart make one. Rules E44 to E46 of `docs/spec/sync.md`.
 */
export function createSyncDocument(machineId: string, encoded?: Uint8Array): SyncDocument {
  // Another writer at each start: Yjs must never see two things done under one number.
  const doc = new Y.Doc();
  const parts = watchParts(doc);
  if (encoded !== undefined) Y.applyUpdate(doc, encoded);
  const things = new Map<string, Thing | undefined>();
  const first = encoded ?? Y.encodeStateAsUpdate(doc);
  const now: { whole: Uint8Array; since: Uint8Array[]; bytesMax: number } = {
    whole: first,
    since: [],
    bytesMax: first.length * 2 + OVER_BYTES_MAX,
  };

  const touch = (key: string): void => {
    if (lastingKeys.has(key)) return;
    const map = mapOf(doc, key);
    const before = map.get(LIFE + machineId);
    map.set(LIFE + machineId, typeof before === 'number' ? before + 1 : 1);
  };
  const write = (edit: MadeEdit, there: Parts | undefined): void => {
    const { key } = edit;
    if (edit.kind === 'touched') return touch(key);
    const map = mapOf(doc, key);
    if (edit.kind === 'gone') {
      for (const name of [...map.keys()].filter((one) => one.startsWith(LIFE))) map.delete(name);
      return;
    }
    touch(key);
    if (edit.kind === 'made') return make(key, map, edit.thing, there);
    for (const [name, value] of Object.entries(edit.fields))
      if (value === undefined) map.delete(name);
      else map.set(name, value);
    for (const [name, list] of Object.entries(edit.lists)) setList(listOf(doc, key, name), list);
    for (const [name, text] of Object.entries(edit.texts)) setText(textOf(doc, key, name), text ?? '');
  };
  /** What was left of one that is gone and had its name is not to come back with it. */
  const make = (key: string, map: Y.Map<unknown>, thing: Thing, there: Parts | undefined): void => {
    for (const name of map.keys()) if (!name.startsWith(LIFE) && !(name in thing.fields)) map.delete(name);
    for (const [name, value] of Object.entries(thing.fields)) map.set(name, value);
    for (const name of new Set([...(there?.lists.keys() ?? []), ...Object.keys(thing.lists)])) {
      const list = listOf(doc, key, name);
      setList(list, { before: toTexts(list.toArray()), after: thing.lists[name] ?? [] });
    }
    for (const name of new Set([...(there?.texts.keys() ?? []), ...Object.keys(thing.texts)]))
      setText(textOf(doc, key, name), thing.texts[name] ?? '');
  };
  const pack = (): Uint8Array => {
    now.whole = Y.encodeStateAsUpdate(doc);
    now.since = [];
    now.bytesMax = now.whole.length * 2 + OVER_BYTES_MAX;
    return now.whole;
  };

  return {
    made: () => {
      const all = parts.all();
      for (const key of parts.takeChanged()) {
        const it = all.get(key);
        things.set(key, it && toThing(key, it));
      }
      return new Map(
        [...all.keys()].flatMap((key) => {
          const thing = things.get(key);
          return thing === undefined ? [] : [[key, thing] as const];
        }),
      );
    },
    edit: (edits) => {
      const there = parts.all();
      const updates: Uint8Array[] = [];
      const heard = (update: Uint8Array): void => void updates.push(update);
      doc.on('update', heard);
      doc.transact(() => edits.forEach((edit) => write(edit, there.get(edit.key))));
      doc.off('update', heard);
      now.since.push(...updates);
      return updates.length === 0 ? undefined : Y.mergeUpdates(updates);
    },
    apply: (updates) => {
      // Half of one is not to be in it.
      const whole = updates.filter(isUpdate);
      doc.transact(() => {
        for (const update of whole) Y.applyUpdate(doc, update);
      });
      // What waits for others that did not come yet is in it as well.
      now.since.push(...whole);
    },
    encode: () => {
      if (now.since.length > 0) now.whole = Y.mergeUpdates([now.whole, ...now.since]);
      now.since = [];
      return now.whole.length > now.bytesMax ? pack() : now.whole;
    },
    pack,
  };
}

/** True for what can be taken in. */
export function isUpdate(bytes: Uint8Array): boolean {
  try {
    Y.decodeUpdate(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Gives one that does the same as all of these. */
export const mergeUpdates = (updates: readonly Uint8Array[]): Uint8Array => Y.mergeUpdates([...updates]);

/** Gives it as it is said; undefined for what is gone. */
function toThing(key: string, { fields, lists, texts }: Parts): Thing | undefined {
  const entries = [...fields.entries()].filter(([, value]) => !(value instanceof Y.AbstractType));
  const isAlive = lastingKeys.has(key) || entries.some(([name]) => name.startsWith(LIFE));
  if (!isAlive) return undefined;
  return {
    fields: Object.fromEntries(entries.filter(([name]) => !name.startsWith(LIFE))),
    lists: Object.fromEntries([...lists].map(([name, list]) => [name, toTexts(list.toArray())])),
    texts: Object.fromEntries([...texts].map(([name, text]) => [name, text.toJSON()])),
  };
}

/** Edits a text line by line. */
function setText(text: Y.Text, wanted: string): void {
  const lines = toLines(text.toJSON());
  for (const { at, remove, insert } of hunksOf(lines, toLines(wanted)).toReversed()) {
    const from = lines.slice(0, at).join('').length;
    text.delete(from, lines.slice(at, at + remove).join('').length);
    if (insert.length > 0) text.insert(from, insert.join(''));
  }
}

/** Edits a list by its members, since others may have put some in between. */
function setList(list: Y.Array<unknown>, { before, after }: ListEdit): void {
  const hunks = hunksOf(before, after);
  const removed = new Set(hunks.flatMap(({ at, remove }) => before.slice(at, at + remove)));
  for (const [index, member] of [...list.toArray().entries()].toReversed())
    if (removed.has(member as string)) list.delete(index, 1);
  const there = list.toArray();
  const here = new Set(there);
  for (const [index, member] of after.entries()) {
    if (here.has(member)) continue;
    const previous = after.slice(0, index).findLast((one) => here.has(one));
    const at = previous === undefined ? 0 : there.indexOf(previous) + 1;
    list.insert(at, [member]);
    there.splice(at, 0, member);
    here.add(member);
  }
}

const toTexts = (values: readonly unknown[]): readonly string[] => [
  ...new Set(values.filter((value) => typeof value === 'string')),
];

/** Each with its end, so that they put together are the text. */
const toLines = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+/g) ?? [];

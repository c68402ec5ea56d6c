import * as Y from 'yjs';
import { hunksOf } from '../../core/sync/hunks';
import type { ListEdit, MadeEdit } from '../../core/sync/diff-made';
import { fromJson } from '../../core/model/from-json';
import { lastingKeys, type Made, type Thing } from '../../core/sync/made';

/** All that the machines agreed on, and how it came to be: what is merged. */
export interface SyncDocument {
  readonly made: () => Made;
  /** Writes in what was done here; gives what tells the others, or undefined where that is nothing. */
  readonly edit: (edits: readonly MadeEdit[]) => Uint8Array | undefined;
  /** Takes in what others did, in any order and as often as it comes; false where it is none of that. */
  readonly apply: (update: Uint8Array) => boolean;
  /** All of it. */
  readonly encode: () => Uint8Array;
}

/** Names what a machine last did to a thing: as long as one of them is there, so is the thing. */
const LIFE = '+';
const nameOf = (...parts: readonly string[]): string => JSON.stringify(parts);

/**
 * Creates the document on Yjs (ADR 17). Each thing is a map of its own at the top, each list and each text a type of its
 * own, so that two machines that make the same thing while apart make one. Rules Y… of `docs/spec/sync.md`.
 */
export function createSyncDocument(machineId: string, encoded?: Uint8Array): SyncDocument {
  // Another writer at each start: Yjs must never see two things done under one number.
  const doc = new Y.Doc();
  if (encoded !== undefined) Y.applyUpdate(doc, encoded);
  const listOf = (key: string, name: string) => doc.getArray<unknown>(nameOf('list', key, name));
  const textOf = (key: string, name: string) => doc.getText(nameOf('text', key, name));
  const mapOf = (key: string) => doc.getMap<unknown>(nameOf('thing', key));

  const touch = (key: string): void => {
    if (lastingKeys.has(key)) return;
    const map = mapOf(key);
    const before = map.get(LIFE + machineId);
    map.set(LIFE + machineId, typeof before === 'number' ? before + 1 : 1);
  };
  const setText = (key: string, name: string, wanted: string): void => {
    const text = textOf(key, name);
    const hunks = hunksOf(toLines(text.toJSON()), toLines(wanted));
    const lines = toLines(text.toJSON());
    for (const { at, remove, insert } of hunks.toReversed()) {
      const from = lines.slice(0, at).join('').length;
      text.delete(from, lines.slice(at, at + remove).join('').length);
      if (insert.length > 0) text.insert(from, insert.join(''));
    }
  };
  const write = (edit: MadeEdit): void => {
    const { key } = edit;
    if (edit.kind === 'touched') return touch(key);
    const map = mapOf(key);
    if (edit.kind === 'gone') {
      for (const name of [...map.keys()].filter((one) => one.startsWith(LIFE))) map.delete(name);
      return;
    }
    touch(key);
    if (edit.kind === 'made') return make(key, map, edit.thing);
    for (const [name, value] of Object.entries(edit.fields))
      if (value === undefined) map.delete(name);
      else map.set(name, value);
    for (const [name, list] of Object.entries(edit.lists)) setList(listOf(key, name), list);
    for (const [name, text] of Object.entries(edit.texts)) setText(key, name, text ?? '');
  };
  /** What was left of one that is gone and had its name is not to come back with it. */
  const make = (key: string, map: Y.Map<unknown>, thing: Thing): void => {
    const there = partsOf(doc).get(key);
    for (const name of map.keys()) if (!name.startsWith(LIFE) && !(name in thing.fields)) map.delete(name);
    for (const [name, value] of Object.entries(thing.fields)) map.set(name, value);
    const lists = new Set([...(there?.lists ?? []), ...Object.keys(thing.lists)]);
    for (const name of lists) {
      const list = listOf(key, name);
      setList(list, { before: toTexts(list.toArray()), after: thing.lists[name] ?? [] });
    }
    const texts = new Set([...(there?.texts ?? []), ...Object.keys(thing.texts)]);
    for (const name of texts) setText(key, name, thing.texts[name] ?? '');
  };

  return {
    made: () => {
      const made = new Map<string, Thing>();
      for (const [key, { lists, texts }] of partsOf(doc)) {
        const entries = [...mapOf(key).entries()].filter(([, value]) => !(value instanceof Y.AbstractType));
        const isAlive = lastingKeys.has(key) || entries.some(([name]) => name.startsWith(LIFE));
        if (!isAlive) continue;
        made.set(key, {
          fields: Object.fromEntries(entries.filter(([name]) => !name.startsWith(LIFE))),
          lists: Object.fromEntries(lists.map((name) => [name, toTexts(listOf(key, name).toArray())])),
          texts: Object.fromEntries(texts.map((name) => [name, textOf(key, name).toJSON()])),
        });
      }
      return made;
    },
    edit: (edits) => {
      const updates: Uint8Array[] = [];
      const heard = (update: Uint8Array): void => void updates.push(update);
      doc.on('update', heard);
      doc.transact(() => edits.forEach(write));
      doc.off('update', heard);
      return updates.length === 0 ? undefined : Y.mergeUpdates(updates);
    },
    apply: (update) => {
      // Half of one is not to be in it.
      if (!isUpdate(update)) return false;
      Y.applyUpdate(doc, update);
      return true;
    },
    encode: () => Y.encodeStateAsUpdate(doc),
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

interface Parts {
  readonly lists: string[];
  readonly texts: string[];
}

/** What there is of each thing, by the names at the top; names that are none of ours are passed over. */
function partsOf(doc: Y.Doc): ReadonlyMap<string, Parts> {
  const parts = new Map<string, Parts>();
  for (const name of doc.share.keys()) {
    const read = fromJson(name);
    if (!Array.isArray(read) || !read.every((one) => typeof one === 'string')) continue;
    const [kind, key, member] = read as (string | undefined)[];
    if (key === undefined || nameOf(...read) !== name) continue;
    const known = parts.get(key) ?? { lists: [], texts: [] };
    if (kind === 'list' && member !== undefined) known.lists.push(member);
    else if (kind === 'text' && member !== undefined) known.texts.push(member);
    else if (kind !== 'thing' || member !== undefined) continue;
    parts.set(key, known);
  }
  return parts;
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

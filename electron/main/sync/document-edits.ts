import type * as Y from 'yjs';
import type { ListEdit, MadeEdit } from '../../core/sync/diff-made';
import { hunksOf } from '../../core/sync/hunks';
import { lastingKeys, type Thing } from '../../core/sync/made';
import { isLife, LIFE, listOf, mapOf, textOf, toTexts, type Parts } from './document-parts';

/** Writes one edit into the document; `there` is what there was of the thing before. */
export function writeEdit(doc: Y.Doc, machineId: string, edit: MadeEdit, there: Parts | undefined): void {
  const { key } = edit;
  const map = mapOf(doc, key);
  if (edit.kind === 'gone') {
    for (const name of [...map.keys()].filter(isLife)) map.delete(name);
    return;
  }
  if (!lastingKeys.has(key)) {
    const before = map.get(LIFE + machineId);
    map.set(LIFE + machineId, typeof before === 'number' ? before + 1 : 1);
  }
  if (edit.kind === 'made') make(doc, key, edit.thing, there);
  if (edit.kind !== 'changed') return;
  for (const [name, value] of Object.entries(edit.fields))
    if (value === undefined) map.delete(name);
    else map.set(name, value);
  for (const [name, list] of Object.entries(edit.lists)) setList(listOf(doc, key, name), list);
  for (const [name, text] of Object.entries(edit.texts)) setText(textOf(doc, key, name), text ?? '');
}

/** What was left of one that is gone and had its name is not to come back with it. */
function make(doc: Y.Doc, key: string, thing: Thing, there: Parts | undefined): void {
  const map = mapOf(doc, key);
  for (const name of map.keys()) if (!isLife(name) && !(name in thing.fields)) map.delete(name);
  for (const [name, value] of Object.entries(thing.fields)) map.set(name, value);
  for (const name of new Set([...(there?.lists.keys() ?? []), ...Object.keys(thing.lists)])) {
    const list = listOf(doc, key, name);
    setList(list, { before: toTexts(list), after: thing.lists[name] ?? [] });
  }
  for (const name of new Set([...(there?.texts.keys() ?? []), ...Object.keys(thing.texts)]))
    setText(textOf(doc, key, name), thing.texts[name] ?? '');
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

/** Each with its end, so that they put together are the text. */
const toLines = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+/g) ?? [];

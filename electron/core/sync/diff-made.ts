import { isSame } from '../model/is-same';
import { lastingKeys, ownerOf, serviceKey, workspaceKey, type Made, type Thing } from './made';

/** A list as it was and as it is. */
export interface ListEdit {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What the person did, as it is written into the document. */
export type MadeEdit =
  | { readonly kind: 'made'; readonly key: string; readonly thing: Thing }
  | { readonly kind: 'gone'; readonly key: string }
  | {
      readonly kind: 'changed';
      readonly key: string;
      /** Undefined: is not said any more. */
      readonly fields: Readonly<Record<string, unknown>>;
      readonly lists: Readonly<Record<string, ListEdit>>;
      readonly texts: Readonly<Record<string, string>>;
    }
  /** Something that hangs on it was changed, so that it is wanted. */
  | { readonly kind: 'touched'; readonly key: string };

/** Lists whose members are things; a member that is gone goes by itself, and comes back with its thing. */
const memberKeys: Readonly<Record<string, (id: string) => string>> = {
  serviceIds: serviceKey,
  services: serviceKey,
  workspaces: workspaceKey,
};

/** Gives what was done between two moments on one machine. */
export function diffMade(before: Made, after: Made): readonly MadeEdit[] {
  const edits: MadeEdit[] = [];
  for (const [key, now] of after) {
    const then = before.get(key);
    if (then === now) continue;
    const edit = then === undefined ? ({ kind: 'made', key, thing: now } as const) : toChange(key, then, now);
    if (edit !== undefined) edits.push(edit);
  }
  for (const key of before.keys()) {
    if (after.has(key) || lastingKeys.has(key)) continue;
    const owner = ownerOf(key);
    // It went with its service, and comes back with it.
    if (owner === undefined || after.has(owner)) edits.push({ kind: 'gone', key });
  }
  return [...edits, ...touchedBy(edits, after)];

  function toChange(key: string, then: Thing, now: Thing): MadeEdit | undefined {
    const fields = differing(then.fields, now.fields);
    const texts = differing(then.texts, now.texts) as Readonly<Record<string, string>>;
    const lists: Record<string, ListEdit> = {};
    for (const name of new Set([...Object.keys(then.lists), ...Object.keys(now.lists)])) {
      const list = {
        before: then.lists[name] ?? [],
        after: withGone(name, then.lists[name] ?? [], now.lists[name] ?? []),
      };
      if (!isSame(list.before, list.after)) lists[name] = list;
    }
    const isChanged = [fields, lists, texts].some((part) => Object.keys(part).length > 0);
    return isChanged ? { kind: 'changed', key, fields, lists, texts } : undefined;
  }

  /** Puts back at their places the members whose things are gone. */
  function withGone(name: string, then: readonly string[], now: readonly string[]): readonly string[] {
    const toKey = memberKeys[name];
    if (toKey === undefined) return now;
    const here = new Set(now);
    const list = [...now];
    for (const [index, id] of then.entries()) {
      const key = toKey(id);
      if (here.has(id) || !before.has(key) || after.has(key)) continue;
      const previous = index === 0 ? -1 : list.indexOf(then[index - 1] ?? '');
      list.splice(previous + 1, 0, id);
    }
    return list;
  }
}

/** Members that are otherwise, as they are after; undefined for those that are not there. */
function differing(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return Object.fromEntries(
    [...names].filter((name) => !isSame(before[name], after[name])).map((name) => [name, after[name]]),
  );
}

function touchedBy(edits: readonly MadeEdit[], after: Made): readonly MadeEdit[] {
  const own = new Set(edits.map(({ key }) => key));
  const owners = edits.filter(({ kind }) => kind !== 'gone').map(({ key }) => ownerOf(key));
  const members = edits.flatMap((edit) =>
    edit.kind === 'changed' && edit.lists['serviceIds'] !== undefined
      ? edit.lists['serviceIds'].after
          .filter((id) => !edit.lists['serviceIds']?.before.includes(id))
          .map(serviceKey)
      : [],
  );
  return [...new Set([...owners, ...members])]
    .filter((key) => key !== undefined)
    .filter((key) => after.has(key) && !own.has(key))
    .map((key) => ({ kind: 'touched', key }));
}

/** Which rows are chosen, by the keys of their scopes: some, or all that are found but some. */
export type Selection =
  | { readonly kind: 'some'; readonly keys: ReadonlySet<string> }
  | { readonly kind: 'all'; readonly except: ReadonlySet<string> };

export const nothingSelected: Selection = { kind: 'some', keys: new Set() };
export const allSelected: Selection = { kind: 'all', except: new Set() };

export const isSelected = (selection: Selection, key: string): boolean =>
  selection.kind === 'some' ? selection.keys.has(key) : !selection.except.has(key);

/** Gives how many are chosen of so many that are found. */
export const selectedCount = (selection: Selection, total: number): number =>
  selection.kind === 'some' ? selection.keys.size : Math.max(0, total - selection.except.size);

/** Chooses a row, or no longer. */
export function toggled(selection: Selection, key: string): Selection {
  const set = new Set(selection.kind === 'some' ? selection.keys : selection.except);
  if (!set.delete(key)) set.add(key);
  return selection.kind === 'some' ? { kind: 'some', keys: set } : { kind: 'all', except: set };
}

/** Chooses rows beside those that are. */
export function extended(selection: Selection, keys: readonly string[]): Selection {
  if (selection.kind === 'some') return { kind: 'some', keys: new Set([...selection.keys, ...keys]) };
  const added = new Set(keys);
  return { kind: 'all', except: new Set([...selection.except].filter((key) => !added.has(key))) };
}

import * as Y from 'yjs';
import { fromJson } from '../../core/model/from-json';
import { lastingKeys, type Thing } from '../../core/sync/made';

/** Begins what a machine last did to a thing: as long as one of them is there, so is the thing. */
export const LIFE = '+';
export const isLife = (name: string): boolean => name.startsWith(LIFE);

/** A thing as it stands in the document: a map, and lists and texts by name. */
export interface Parts {
  readonly fields: Y.Map<unknown>;
  readonly lists: ReadonlyMap<string, Y.Array<unknown>>;
  readonly texts: ReadonlyMap<string, Y.Text>;
}

/** The things of a document; each name at the top is read once, however often it is asked for. */
export interface DocumentParts {
  /** By key, in the order in which they came to be here; names that are none of ours are passed over. */
  readonly all: () => ReadonlyMap<string, Parts>;
  /** Keys of those that are otherwise than when this was asked last. */
  readonly takeChanged: () => readonly string[];
}

interface Found {
  readonly fields: Y.Map<unknown>;
  readonly lists: Map<string, Y.Array<unknown>>;
  readonly texts: Map<string, Y.Text>;
}

const nameOf = (...parts: readonly string[]): string => JSON.stringify(parts);
export const mapOf = (doc: Y.Doc, key: string): Y.Map<unknown> => doc.getMap(nameOf('thing', key));
export const listOf = (doc: Y.Doc, key: string, name: string): Y.Array<unknown> =>
  doc.getArray(nameOf('list', key, name));
export const textOf = (doc: Y.Doc, key: string, name: string): Y.Text =>
  doc.getText(nameOf('text', key, name));

/** Watches a document for its things. */
export function watchParts(doc: Y.Doc): DocumentParts {
  const parts = new Map<string, Found>();
  const keys = new Map<unknown, string>();
  const changed = new Set<string>();
  const seen = { names: 0 };
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    for (const type of transaction.changed.keys()) {
      const key = keys.get(type);
      if (key !== undefined) changed.add(key);
    }
  });
  const foundOf = (key: string): Found => {
    const known = parts.get(key);
    if (known !== undefined) return known;
    const found = { fields: mapOf(doc, key), lists: new Map(), texts: new Map() };
    keys.set(found.fields, key);
    parts.set(key, found);
    return found;
  };
  const learnOne = (name: string): void => {
    const read = fromJson(name);
    if (!Array.isArray(read) || !read.every((one) => typeof one === 'string')) return;
    const [kind, key, member] = read as (string | undefined)[];
    if (key === undefined || nameOf(...read) !== name) return;
    if (kind === 'list' && member !== undefined) {
      const list = listOf(doc, key, member);
      keys.set(list, key);
      foundOf(key).lists.set(member, list);
    } else if (kind === 'text' && member !== undefined) {
      const text = textOf(doc, key, member);
      keys.set(text, key);
      foundOf(key).texts.set(member, text);
    } else if (kind === 'thing' && member === undefined) foundOf(key);
    else return;
    changed.add(key);
  };
  const learn = (): void => {
    // A name at the top never goes, and what is new comes last.
    while (seen.names < doc.share.size) {
      const names = [...doc.share.keys()].slice(seen.names);
      seen.names += names.length;
      names.forEach(learnOne);
    }
  };
  return {
    all: () => {
      learn();
      return parts;
    },
    takeChanged: () => {
      learn();
      const taken = [...changed];
      changed.clear();
      return taken;
    },
  };
}

/** Gives it as it is said; undefined for what is gone. */
export function toThing(key: string, { fields, lists, texts }: Parts): Thing | undefined {
  const entries = [...fields.entries()].filter(
    ([, value]) => value !== undefined && !(value instanceof Y.AbstractType),
  );
  const isAlive = lastingKeys.has(key) || entries.some(([name]) => isLife(name));
  if (!isAlive) return undefined;
  return {
    fields: Object.fromEntries(entries.filter(([name]) => !isLife(name))),
    lists: Object.fromEntries([...lists].map(([name, list]) => [name, toTexts(list)])),
    texts: Object.fromEntries([...texts].map(([name, text]) => [name, text.toJSON()])),
  };
}

/** Each text of a list once; whatever else somebody wrote into it is passed over. */
export const toTexts = (list: Y.Array<unknown>): readonly string[] => [
  ...new Set(list.toArray().filter((one) => typeof one === 'string')),
];

import * as fc from 'fast-check';
import type { Persisted } from '../../core/model/persisted';
import { keptToMade, madeToKept, toJoinBase } from '../../core/sync/bridge';
import { diffMade } from '../../core/sync/diff-made';
import { hunksOf } from '../../core/sync/hunks';
import { findLinks, noLinks } from '../../core/sync/links';
import type { Made, Thing } from '../../core/sync/made';
import { everything } from '../../core/sync/sync.test-support';
import { createSyncDocument, isUpdate, type SyncDocument } from '../../main/sync/document';
import { expectThat } from '../expect-plain';
import { bytesLike } from '../mutate-bytes';
import { textsLike } from '../mutate-text';
import { toJson, valuesLike } from '../mutate-value';
import { targetOf, type FuzzTarget } from '../target';

const machineId = '0123456789abcdef';
/** Something of each sort: all of it takes milliseconds. */
const little: Persisted = {
  ...everything,
  services: everything.services.slice(0, 1),
  rules: everything.rules.slice(0, 1),
  linkRules: everything.linkRules.slice(0, 1),
  patterns: [],
  focus: { ...everything.focus, schedules: everything.focus.schedules.slice(0, 1) },
};
const own = keptToMade(little, noLinks);

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const membersOf = (value: unknown, name: string): readonly (readonly [string, unknown])[] => {
  const part: unknown = isObject(value) ? Reflect.get(value, name) : undefined;
  return isObject(part) ? Object.entries(part) : [];
};

/** As a document gives it: members are whatever somebody wrote, lists hold texts, each once. */
function toThing(value: unknown): Thing {
  const lists = membersOf(value, 'lists').map(([name, list]) => {
    const texts = (Array.isArray(list) ? list : []).filter((one) => typeof one === 'string');
    return [name, [...new Set(texts)]] as const;
  });
  const texts = membersOf(value, 'texts').filter((one): one is readonly [string, string] =>
    one.every((part) => typeof part === 'string'),
  );
  return {
    fields: Object.fromEntries(membersOf(value, 'fields').filter(([, one]) => one !== undefined)),
    lists: Object.fromEntries(lists),
    texts: Object.fromEntries(texts),
  };
}

/** Whatever was made elsewhere, what is kept of it is the same when it is put together again. */
function checkMade(value: unknown): void {
  const made = new Map(
    (isObject(value) ? Object.entries(value) : []).map(([key, one]) => [key, toThing(one)] as const),
  );
  const kept = madeToKept(made, little, noLinks);
  const again = madeToKept(keptToMade(kept, noLinks), kept, noLinks);
  expectThat(again === kept, 'is another when it is put together again');
  const mine = keptToMade(little, findLinks(little, kept));
  diffMade(toJoinBase(mine, made), mine);
}

/** As a document begins, and what one is told of it; by another writer each time, since no two things are done under one number. */
function begin(id: string): { readonly document: SyncDocument; readonly update: Uint8Array } {
  const document = createSyncDocument(id);
  document.edit(diffMade(new Map(), own));
  return { document, update: document.encode() };
}

const { update: here } = begin(machineId);

/** What was made, what was done to it then, both, and all that is left of it. */
function toUpdates(): readonly Buffer[] {
  const { document, update } = begin('fedcba9876543210');
  const tweaks = little.tweaks.map((one) => ({ ...one, css: `/* new */\n${one.css}`, js: '' }));
  const changed = keptToMade({ ...little, rules: [], tweaks }, noLinks);
  const later = document.edit(diffMade(own, changed)) ?? new Uint8Array();
  return [update, later, document.encode(), document.pack()].map((one) => Buffer.from(one));
}

/** Whatever is taken of an update is in what is written down. */
function checkUpdate(update: Uint8Array): void {
  if (!isUpdate(update)) return;
  const document = createSyncDocument(machineId, here);
  document.apply([update]);
  const again = createSyncDocument(machineId, document.encode()).made();
  expectThat(madeText(again) === madeText(document.made()), 'what is written down says something else');
}

/** What is said of each thing; that it has nothing of something is not said everywhere. */
function madeText(made: Made): string {
  const things = [...made].map(([key, { fields, lists, texts }]) => [
    key,
    [fields, lists, texts].map((part) => Object.entries(part).filter(hasSome).toSorted(byName)),
  ]);
  return toJson(things.toSorted(byName));
}

function hasSome([, one]: readonly [string, unknown]): boolean {
  return toJson(one).length > 2;
}

function byName([a]: readonly unknown[], [b]: readonly unknown[]): number {
  return String(a) < String(b) ? -1 : 1;
}

/** Put together, what goes and what comes is the other list. */
function checkHunks([before, after]: readonly [string, string]): void {
  const [from, to] = [before.split('\n').slice(0, 400), after.split('\n').slice(0, 400)];
  const list = [...from];
  for (const { at, remove, insert } of hunksOf(from, to).toReversed()) list.splice(at, remove, ...insert);
  expectThat(list.join('\n') === to.join('\n'), 'not the other list');
}

const styles = textsLike(['a {\n  color: red;\n}\n', 'a\nb\na\nb\nc', ''], ['\n', 'a\n', '}\n']);

/** What other machines of the person made, perhaps with a newer Foyer or another program. */
export const mergingTargets: readonly FuzzTarget[] = [
  targetOf(
    'what other machines made',
    valuesLike([Object.fromEntries(keptToMade(everything, noLinks))]),
    checkMade,
  ),
  targetOf('updates of other machines', bytesLike(toUpdates()), checkUpdate),
  targetOf('lines put together', fc.tuple(styles, styles), checkHunks),
];

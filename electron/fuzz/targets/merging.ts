import * as fc from 'fast-check';
import { emptyPersisted, parsePersisted, type Persisted } from '../../core/model/persisted';
import { keptToMade, madeToKept, toJoinBase } from '../../core/sync/bridge';
import { diffMade } from '../../core/sync/diff-made';
import { hunksOf } from '../../core/sync/hunks';
import { findLinks, noLinks } from '../../core/sync/links';
import type { Made, Thing } from '../../core/sync/made';
import { everything } from '../../core/sync/sync.test-support';
import { createSyncDocument, isUpdate } from '../../main/sync/document';
import { expectThat } from '../expect-plain';
import { bytesLike } from '../mutate-bytes';
import { textsLike } from '../mutate-text';
import { toJson, valuesLike } from '../mutate-value';
import { targetOf, type FuzzTarget } from '../target';

const own = keptToMade(everything, noLinks);
const machineId = '0123456789abcdef';

/** Whatever was made elsewhere, what is kept of it can be kept, and is the same when it is put together again. */
function checkKept(made: Made, here: Persisted): void {
  const kept = madeToKept(made, here, noLinks);
  expectThat(parsePersisted(kept).ok, 'what is kept of it cannot be read');
  const again = madeToKept(keptToMade(kept, noLinks), kept, noLinks);
  expectThat(again === kept, 'is another when it is put together again');
}

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
    fields: Object.fromEntries(membersOf(value, 'fields')),
    lists: Object.fromEntries(lists),
    texts: Object.fromEntries(texts),
  };
}

function checkMade(value: unknown): void {
  const made = new Map(
    (isObject(value) ? Object.entries(value) : []).map(([key, one]) => [key, toThing(one)] as const),
  );
  checkKept(made, emptyPersisted);
  checkKept(made, everything);
  const there = madeToKept(made, emptyPersisted, noLinks);
  const links = findLinks(everything, there);
  const mine = keptToMade(everything, links);
  diffMade(toJoinBase(mine, made), mine);
}

/** What two machines did while apart, and all of it. */
function toUpdates(): readonly Buffer[] {
  const first = createSyncDocument(machineId);
  const begun = first.edit(diffMade(new Map(), own));
  const changed: Persisted = {
    ...everything,
    services: everything.services.slice(1),
    tweaks: everything.tweaks.map((one) => ({ ...one, css: `/* new */\n${one.css}` })),
  };
  const later = first.edit(diffMade(own, keptToMade(changed, noLinks)));
  return [begun, later, first.pack()].flatMap((update) =>
    update === undefined ? [] : [Buffer.from(update)],
  );
}

/** An update that is taken is in what is written down, and what it says can be kept; else nothing is other than before. */
function checkUpdate(update: Uint8Array): void {
  const document = createSyncDocument(machineId);
  document.edit(diffMade(new Map(), own));
  const before = document.made();
  document.apply([update]);
  const made = document.made();
  if (!isUpdate(update)) expectThat(madeText(made) === madeText(before), 'half of it is in');
  checkKept(made, everything);
  for (const encoded of [document.encode(), document.pack()])
    expectThat(
      madeText(createSyncDocument(machineId, encoded).made()) === madeText(made),
      'what is written down says something else',
    );
}

/** What is said of each thing; that it has nothing of something is not said everywhere. */
const madeText = (made: Made): string =>
  toJson(
    [...made]
      .map(([key, { fields, lists, texts }]) => [
        key,
        [fields, lists, texts].map((part) => Object.entries(part).filter(hasSome).toSorted(byName)),
      ])
      .toSorted(byName),
  );
const hasSome = ([, one]: readonly [string, unknown]): boolean => toJson(one).length > 2;
const byName = ([a]: readonly unknown[], [b]: readonly unknown[]): number => (String(a) < String(b) ? -1 : 1);

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
  targetOf('what other machines made', valuesLike([Object.fromEntries(own)]), checkMade),
  targetOf('updates of other machines', bytesLike(toUpdates()), checkUpdate),
  targetOf('lines put together', fc.tuple(styles, styles), checkHunks),
];

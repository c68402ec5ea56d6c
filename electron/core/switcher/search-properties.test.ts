import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SwitcherEntry, SwitcherKind, TextRange } from './entry';
import { searchSwitcher } from './search';
import { anEntry, indexOf } from './switcher.test-support';
import { noteUse, nothingUsed } from './usage';

const flag = fc.boolean();
const word = fc.constantFrom(
  'dev',
  'ops',
  'General',
  'straße',
  'Zoë',
  'x',
  '開発',
  'かな',
  'общий',
  'مَرْكَز',
  '김민',
  '42',
  '🎉',
);
const parting = fc.constantFrom(' ', '-', '.', '', '_', ': ');
const someName = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.array(fc.tuple(word, parting), { maxLength: 4 }).map((parts) => parts.flat().join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
);
const someEntry: fc.Arbitrary<SwitcherEntry> = fc.record({
  key: fc.string(),
  kind: fc.constantFrom<SwitcherKind>('service', 'channel', 'person', 'command', 'entry'),
  name: someName,
  where: fc.constantFrom('', 'Rocket.Chat', 'Büro 7', '日本'),
  serviceId: fc.constantFrom(undefined, 'a'),
  terms: fc.constantFrom(undefined, ['Mattermost']),
  unread: fc.oneof(fc.nat(9), fc.double()),
  mentions: fc.nat(2),
  isDirect: flag,
  muted: flag,
  favourite: flag,
  lastActivityMs: fc.option(fc.oneof(fc.nat(99), fc.double()), { nil: undefined }),
});
const someEntries = fc.uniqueArray(someEntry, { maxLength: 30, selector: ({ key }) => key });
const someQuery = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom('', '@', '#', '>', 'büro: ', 're: '), someName)
      .map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);

const areValid = (text: string, marks: readonly TextRange[]): boolean =>
  marks.every(
    ([from, to], index) =>
      from > (marks[index - 1]?.[1] ?? -1) && from < to && to <= text.length && Number.isInteger(from),
  );
const keysFor = (entries: readonly SwitcherEntry[], query: string, limit = 100): readonly string[] =>
  searchSwitcher(indexOf(entries), { query, usage: nothingUsed, nowMs: 0, limit }).map(
    ({ entry }) => entry.key,
  );

describe('searchSwitcher', () => {
  it('Y13 Y18 never fails, and gives rows of what it was given, each once, with marks that are in them', () => {
    const use = fc.array(fc.tuple(fc.nat(29), someQuery, fc.double()), { maxLength: 5 });
    fc.assert(
      fc.property(
        someEntries,
        someQuery,
        use,
        fc.double(),
        fc.double(),
        (entries, query, uses, nowMs, limit) => {
          const usage = uses.reduce(
            (before, [at, text, ms]) => noteUse(before, entries[at]?.key ?? '', text, ms),
            nothingUsed,
          );
          const rows = searchSwitcher(indexOf(entries), { query, usage, nowMs, limit });
          expect(rows.length).toBeLessThanOrEqual(Math.max(0, limit || 0));
          expect(new Set(rows.map(({ entry }) => entry)).size).toBe(rows.length);
          for (const { entry, nameMarks, whereMarks } of rows) {
            expect(entries).toContain(entry);
            expect(areValid(entry.name, nameMarks) && areValid(entry.where, whereMarks)).toBe(true);
          }
        },
      ),
    );
  });

  it('Y8 finds the same for the same words in another order', () => {
    fc.assert(
      fc.property(someEntries, fc.array(word, { minLength: 2, maxLength: 4 }), (entries, words) => {
        const sorted = keysFor(entries, words.join(' ')).toSorted();
        expect(keysFor(entries, words.toReversed().join(' ')).toSorted()).toEqual(sorted);
      }),
    );
  });

  it('Y9 gives the same order however entries are ordered and grouped, and of fewer the first', () => {
    fc.assert(
      fc.property(someEntries, someQuery, fc.nat(30), (entries, query, limit) => {
        const order = keysFor(entries, query);
        expect(keysFor(entries.toReversed(), query)).toEqual(order);
        const index = indexOf(entries.slice(10));
        index.setGroup('more', entries.slice(0, 10));
        const grouped = searchSwitcher(index, { query, usage: nothingUsed, nowMs: 0, limit: 100 });
        expect(grouped.map(({ entry }) => entry.key)).toEqual(order);
        // What is mistyped is left out where there is enough without.
        expect(keysFor(entries, query, limit)).toEqual(order.slice(0, limit));
      }),
    );
  });

  it('Y9 has a name typed whole before all that are not called so', () => {
    const someWords = fc.array(word, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.uniqueArray(someWords, { minLength: 2, selector: (words) => words.join(' ') }),
        (names) => {
          const entries = names.map((words) => anEntry(words.join(' ')));
          for (const { name } of entries) {
            const first = searchSwitcher(indexOf(entries), {
              query: name,
              usage: nothingUsed,
              nowMs: 0,
              limit: 1,
            })[0];
            expect(first?.entry.name).toBe(name);
          }
        },
      ),
    );
  });

  it('Y2 finds the same with and without accents, in either case', () => {
    fc.assert(
      fc.property(
        someEntries,
        fc.constantFrom('zoë', 'büro', 'general', 'straße', 'общий'),
        (entries, query) => {
          const keys = keysFor(entries, query);
          for (const other of [
            query.toUpperCase(),
            query.normalize('NFD'),
            query.normalize('NFD').replace(/\p{M}/gu, ''),
          ])
            expect(keysFor(entries, other)).toEqual(keys);
        },
      ),
    );
  });

  it('Y1 Y4 finds an entry by each beginning of its name, and by a part of a word of it', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 4 }),
        fc.nat(20),
        fc.nat(20),
        (words, from, to) => {
          const name = words.join(' ');
          const entries = [anEntry(name)];
          // A letter cut in two is none.
          const letters = Array.from(name);
          expect(keysFor(entries, letters.slice(0, to).join(''))).toHaveLength(1);
          expect(
            keysFor(
              entries,
              Array.from(words[0]!)
                .slice(from, from + to)
                .join(''),
            ),
          ).toHaveLength(1);
        },
      ),
    );
  });

  it('Y6 finds a name with one mistake in it', () => {
    const letter = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
    fc.assert(
      fc.property(
        fc.string({ unit: letter, minLength: 5, maxLength: 7 }),
        fc.nat(),
        letter,
        fc.constantFrom('wrong', 'missing', 'more', 'swapped'),
        (name, place, other, mistake) => {
          const at = place % (name.length - 1);
          const [before, here, next, rest] = [name.slice(0, at), name[at], name[at + 1], name.slice(at + 2)];
          const typed = {
            wrong: [before, other, next, rest],
            missing: [before, next, rest],
            more: [before, here, other, next, rest],
            swapped: [before, next, here, rest],
          }[mistake].join('');
          expect(keysFor([anEntry(name), anEntry('zzzz')], typed)).toEqual([`channel::${name}`]);
        },
      ),
    );
  });

  it('Y17 finds the same in a group that was replaced as in a new index', () => {
    fc.assert(
      fc.property(someEntries, someEntries, someQuery, (before, after, query) => {
        const index = indexOf(before);
        const ask = {
          query,
          usage: noteUse(nothingUsed, before[0]?.key ?? '', query, 0),
          nowMs: 0,
          limit: 100,
        };
        searchSwitcher(index, ask);
        index.setGroup('all', after);
        expect(searchSwitcher(index, ask)).toEqual(searchSwitcher(indexOf(after), ask));
      }),
    );
  });
});

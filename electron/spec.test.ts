import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** The text of all files below these folders whose names end so. */
const read = (ending: RegExp, ...folders: string[]): string =>
  folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => ending.test(file))
        .map((file) => readFileSync(join(root, folder, file), 'utf8')),
    )
    .join('\n');

/** The ids of all rules: `- **N1** …`, `| P4 | …`, `| P50–P53 | …`. */
function toRules(text: string): readonly string[] {
  const rules = [...text.matchAll(/^(?:- \*\*|\| )([A-Z])(\d+)(?:–[A-Z](\d+))?(?:\*\*| )/gm)];
  return rules.flatMap(([, letter = '', first = '', last = first]) =>
    Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => letter + (Number(first) + index)),
  );
}

/** The ids that names of tests start with. */
function toTested(text: string): ReadonlySet<string> {
  const names = [...text.matchAll(/['"`]((?:[A-Z]\d+ )+)/g)];
  return new Set(names.flatMap(([, ids = '']) => ids.trim().split(' ')));
}

const listed = toRules(read(/\.md$/, 'docs/spec'));
const rules = new Set(listed);
const tested = toTested(
  read(/\.(?:test|spec)\.(?:tsx?|mjs)$/, 'electron', 'renderer', 'scripts', 'e2e/app', 'e2e/page-apis'),
);

it('every rule has a test', () => {
  expect(rules.size).toBeGreaterThan(100);
  expect([...rules].filter((id) => !tested.has(id))).toEqual([]);
});

it('no two rules have one id', () => {
  expect(listed.filter((id, index) => listed.indexOf(id) !== index)).toEqual([]);
});

it('every id in the name of a test is a rule’s', () => {
  const letters = new Set([...rules].map((id) => id.charAt(0)));
  // F6 is a key.
  expect([...tested].filter((id) => letters.has(id.charAt(0)) && !rules.has(id))).toEqual([]);
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from '../resources/locales/en.json';

/** Gives every text with its key. */
const textsOf = (node: object, path = ''): readonly (readonly [string, string])[] =>
  Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? textsOf(value, `${path}${key}.`)
      : [[`${path}${key}`, String(value)] as const],
  );

const texts = textsOf(en);
const keys = new Set(texts.map(([key]) => key));

/** Keys put together from a part that is known only at run time. */
const CHOSEN_LATE =
  /^(?:address|clearData\.(?:kind|says|confirm)|contextMenu|downloads\.(?:act|failure)|certificate\.(?:title|text|doubt)|command|discover\.(?:gate|tooOld)|failure|focus\.(?:range|schedule\.problem)|header\.health|keys\.(?:group|name)|menu|moving\.(?:away|brings|comes|counted|failed|left|named|notRestored|problem|restoreFailed|saveFailed|refused|unnamed|why)|switcher\.(?:kind|act)|sync\.(?:aside|at|problem)|notice|outside\.(?:ask|do|refused|while)|permission\.(?:name|what)|processes\.(?:part|state)|level|preset|reason|recipes|rules\.(?:bulk|column|columnHint|group|kindNames|kinds|preview|previews|value)|rules\.file|settings\.inbox\.health|settings\.services\.listening|settings\.window\.login|settings\.memory\.saving|share\.(?:by|kind|none)|sidebar\.state|sleep\.busy|tweaks\.(?:codeIs|darkIs|proxyIs|proxyHint|proxyWrong)|why)\./;
const root = join(import.meta.dirname, '..');
const sources = ['electron', 'renderer']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
      .map((file) => readFileSync(join(root, folder, file), 'utf8')),
  )
  .join('\n');

describe('the words of the interface', () => {
  it('H12 are plain: no exclamation, no apology, no dots for suspense, nothing empty', () => {
    expect(texts.length).toBeGreaterThan(200);
    const notPlain = texts.filter(
      ([, text]) =>
        text === '' || text.trim() !== text || /!|\boops\b|\bplease\b|\bsorry\b|\.\.\.|…/i.test(text),
    );
    expect(notPlain).toEqual([]);
  });

  it('H12 say one and many wherever they count', () => {
    const counted = [...keys].filter((key) => key.endsWith('_one')).map((key) => key.slice(0, -4));
    const others = [...keys].filter((key) => key.endsWith('_other')).map((key) => key.slice(0, -6));
    expect(counted).toEqual(others);
  });

  it('H12 write numbers by the rules of the language', () => {
    const bare = texts.filter(([, text]) => /\{\{(?:count|place|minutes|seconds)\}\}/.test(text));
    expect(bare).toEqual([]);
  });

  it('H12 are all said somewhere', () => {
    const silent = [...keys].filter((key) => {
      const said = key.replace(/_(?:zero|one|other)$/, '');
      return !CHOSEN_LATE.test(said) && !sources.includes(`'${said}'`);
    });
    expect(silent).toEqual([]);
  });
});

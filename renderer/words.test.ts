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

describe('the words of the interface', () => {
  it('are plain: no exclamation, no apology, no dots for suspense, nothing empty', () => {
    expect(texts.length).toBeGreaterThan(200);
    const notPlain = texts.filter(
      ([, text]) =>
        text === '' || text.trim() !== text || /!|\boops\b|\bplease\b|\bsorry\b|\.\.\.|…/i.test(text),
    );
    expect(notPlain).toEqual([]);
  });

  it('say one and many wherever they count', () => {
    const counted = [...keys].filter((key) => key.endsWith('_one')).map((key) => key.slice(0, -4));
    const others = [...keys].filter((key) => key.endsWith('_other')).map((key) => key.slice(0, -6));
    expect(counted).toEqual(others);
  });

  it('write numbers by the rules of the language', () => {
    const bare = texts.filter(([, text]) => /\{\{(?:count|place|minutes|seconds)\}\}/.test(text));
    expect(bare).toEqual([]);
  });
});

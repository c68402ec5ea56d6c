import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  checkWords,
  keysFor,
  otherLanguages,
  textsOf,
  type WordProblem,
} from '../electron/core/words.test-support';
import type { Language } from '../electron/core/model/language';
import en from '../resources/locales/en.json';

const english = textsOf(en);
const read = (language: string): ReadonlyMap<string, string> =>
  textsOf(
    JSON.parse(readFileSync(join(import.meta.dirname, `../resources/locales/${language}.json`), 'utf8')),
  );

describe('the words of the other languages', () => {
  it.each(otherLanguages)('L4 L5 say in %s all that English says, whole and with its places', (language) => {
    // What is missing after a change of English: `npm run words`.
    expect(checkWords(english, read(language), language)).toEqual([]);
  });
});

describe('what is held against a text', () => {
  const model = new Map([
    ['a', 'Open {{name}} (F10)'],
    ['b_one', '{{count, number}} message'],
    ['b_other', '{{count, number}} messages'],
    ['c_zero', 'Nothing'],
    ['c_one', '{{name}} is muted'],
    ['c_other', '{{name}} and others: {{count, number}}'],
  ]);
  const whole = (language: Language): Map<string, string> =>
    new Map([...keysFor(model, language)].map((key) => [key, textFor(key)] as const));
  const textFor = (key: string): string => {
    if (key === 'a') return '{{name}} öffnen (F10)';
    if (key === 'c_zero') return 'Nichts';
    if (key.startsWith('b')) return '{{count, number}} neue';
    return /_(?:one|two)$/.test(key) ? '{{name}} ist stumm' : '{{name}} und andere: {{count, number}}';
  };

  it.each<[Language, string[]]>([
    ['ja', ['a', 'b_other', 'c_zero', 'c_other']],
    ['de', ['a', 'b_one', 'b_other', 'c_zero', 'c_one', 'c_other']],
  ])('L4 asks of %s for the plurals of its own: %j', (language, wanted) => {
    expect([...keysFor(model, language)].toSorted()).toEqual([...wanted].toSorted());
    expect(checkWords(model, whole(language), language)).toEqual([]);
  });

  it('L4 asks of Arabic for all six', () => {
    expect([...keysFor(model, 'ar')].filter((key) => key.startsWith('b_'))).toHaveLength(6);
    expect(checkWords(model, whole('ar'), 'ar')).toEqual([]);
  });

  it.each<[WordProblem, string, string]>([
    ['places', 'a', 'Öffnen (F10)'],
    ['places', 'b_other', 'viele neue'],
    ['empty', 'a', ' '],
    ['spaces', 'a', ' {{name}} öffnen (F10)'],
    ['tags', 'a', '<b>{{name}}</b> öffnen (F10)'],
    ['keys', 'a', '{{name}} öffnen (F1)'],
    ['same', 'a', 'Open {{name}} (F10)'],
    ['length', 'a', `{{name}} ${'sehr '.repeat(12)}weit öffnen (F10)`],
    ['loud', 'a', '{{name}} öffnen! (F10)'],
    ['surplus', 'd', 'Noch eins'],
    ['surplus', 'b_few', '{{count, number}} neue'],
  ])('L5 finds %s in %s: %j', (problem, key, text) => {
    expect(checkWords(model, whole('de').set(key, text), 'de')).toEqual([{ problem, key }]);
  });

  it('L4 finds what is missing', () => {
    const texts = whole('fr');
    texts.delete('b_many');
    expect(checkWords(model, texts, 'fr')).toEqual([{ problem: 'missing', key: 'b_many' }]);
  });
});

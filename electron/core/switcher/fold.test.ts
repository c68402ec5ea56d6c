import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldWithOrigin } from './fold';

const words = (name: string): readonly string[] => {
  const { text, starts } = fold(name);
  return starts.map((start, index) => text.slice(start, starts[index + 1]));
};

describe('fold', () => {
  it.each([
    ['capitals', 'GENERAL', 'general'],
    ['accents', 'Réunion d’été', 'reuniondete'],
    ['accents taken apart', 're\u0301union', 'reunion'],
    ['Vietnamese', 'Nguyễn', 'nguyen'],
    ['sharp s, small and capital', 'Straße STRAẞE', 'strassestrasse'],
    ['dotless i and I with a dot', 'Işıl İZMİR', 'isilizmir'],
    ['letters with strokes', 'Łukasz Ødegård', 'lukaszodegard'],
    ['two letters in one', 'Æsir Œuvre', 'aesiroeuvre'],
    ['wide letters and digits', 'ＡＢＣ１２', 'abc12'],
    ['narrow katakana', 'ｶﾞｲﾄﾞ', 'がいど'.normalize('NFKD')],
    ['katakana as hiragana', 'カタカナ', 'かたかな'],
    ['sound marks are letters', 'が', 'か\u3099'],
    ['styled letters', '𝓐𝕓𝐜', 'abc'],
    ['final sigma', 'ΓΕΝΙΚΌΣ γενικός', 'γενικοσγενικοσ'],
    ['Cyrillic', 'Ёлка', 'елка'],
    ['Arabic vowels', 'مَرْكَز', 'مركز'],
    ['tatweel', 'مـــركز', 'مركز'],
    ['forms of alef, yeh and teh marbuta', 'أإآٱ ىي ةه', 'ااااييهه'],
    ['presentation forms', 'ﻣﺮﻛﺰ', 'مركز'],
    ['Arabic digits', '٣۴', '34'],
    ['Hebrew points', 'שָׁלוֹם', 'שלום'],
    ['Han as it is', '開発チーム', '開発ちーむ'],
    ['Thai as it is', 'ทั่วไป', 'ทั่วไป'],
    ['Devanagari as it is', 'चर्चा', 'चर्चा'],
    ['signs between', 'dev_ops-#1 (eu)', 'devops1eu'],
    ['pictures', '🎉 party', '🎉party'],
    ['what cannot be seen', 'a\u200db\u00adc\u202e', 'abc'],
    ['nothing but signs', '--- !', ''],
  ])('Y2 %s', (_, name, expected) => {
    expect(fold(name).text).toBe(expected);
  });

  it('Y2 finds the syllable of Hangul that is being typed', () => {
    expect(fold('김민수').text.startsWith(fold('기').text)).toBe(true);
    expect(fold('김민수').text.startsWith(fold('김').text)).toBe(true);
    expect(fold('김민수').text.startsWith(fold('민').text)).toBe(false);
  });

  it.each([
    ['spaces and signs', 'dev-front_end team', ['dev', 'front', 'end', 'team']],
    ['capitals', 'RocketChat devOps', ['rocket', 'chat', 'dev', 'ops']],
    ['capitals in a row', 'IRC', ['irc']],
    ['digits', 'team42b', ['team', '42', 'b']],
    ['Han', '開発', ['開', '発']],
    ['kana', 'お知らせチーム', ['お', '知', 'らせ', 'ちーむ']],
    ['accents within', 'Zoë', ['zoe']],
    ['a mark of its own letter', 'zoe\u0308x', ['zoex']],
    ['Cyrillic', 'общий чат', ['общии', 'чат']],
  ])('Y3 words start: %s', (_, name, expected) => {
    expect(words(name)).toEqual(expected);
  });

  it('Y2 gives the same with and without where it comes from, and nothing changes when folded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const { text, starts } = foldWithOrigin(name);
        expect(fold(name)).toEqual({ text, starts });
        expect(fold(text).text).toBe(text);
      }),
    );
  });

  it('Y2 leaves nothing but the letter of one that comes apart into a letter and a sign', () => {
    for (const letter of ['ŀ', '🄪', '🉀', '🉁']) expect(fold(fold(letter).text).text).toBe(fold(letter).text);
    expect(fold('coŀlegi').text).toBe('collegi');
  });

  it('Y2 makes nothing of case and of accents written otherwise', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'É', 'ü', 'ş', 'Å', 'ñ', ' ', '1', 'Ж') }),
        (name) => {
          const { text } = fold(name);
          expect(fold(name.normalize('NFD')).text).toBe(text);
          expect(fold(name.toLowerCase()).text).toBe(text);
          expect(fold(name.normalize('NFD').replace(/\p{M}/gu, '')).text).toBe(text);
        },
      ),
    );
  });

  it('Y13 knows where in the name every unit comes from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const { text, from, to } = foldWithOrigin(name);
        expect(from.length).toBe(text.length);
        for (let unit = 0; unit < text.length; unit += 1) {
          expect(from[unit]).toBeLessThan(to[unit]!);
          expect(from[unit]).toBeGreaterThanOrEqual(from[unit - 1] ?? 0);
          expect(to[unit]).toBeLessThanOrEqual(name.length);
        }
      }),
    );
  });
});

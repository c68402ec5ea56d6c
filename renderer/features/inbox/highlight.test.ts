import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { highlight } from './highlight';

/** Writes what is marked in brackets. */
const mark = (text: string, query: string): string =>
  highlight(text, query)
    .map((part) => (part.isHit ? `[${part.text}]` : part.text))
    .join('');

it.each([
  ['the last word is the beginning of one', 'the review', 'then the reviewer', 'then [the] [review]er'],
  ['the others are whole', 'rev the', 'the reviewer', '[the] reviewer'],
  ['not within a word', 'art', 'start the art', 'start the [art]'],
  ['without case and accents', 'CAFE', 'Le café ferme', 'Le [café] ferme'],
  ['accents written on their own', 'cafe', 'cafe\u0301 noir', '[cafe\u0301] noir'],
  ['signs around a word', '#random', 'in #random now', 'in #[random] now'],
  ['scripts without spaces', '会議', '来週の会議は木曜日', '来週の[会議]は木曜日'],
  ['Arabic', 'الخير', 'صباح الخير جميعًا', 'صباح [الخير] جميعًا'],
  ['a character that folds to two', 'strasse', 'Straße', 'Straße'],
  ['a ligature', 'fi', 'ﬁn', '[ﬁ]n'],
  ['wide characters', 'abc', 'ＡＢＣ', '[ＡＢＣ]'],
  ['beside an emoji', 'ok', '👍ok', '👍[ok]'],
  ['hits that lie over each other', 'a ab', 'ab', '[ab]'],
  ['nothing but signs', '…', 'wait…', 'wait…'],
  ['nothing', '', 'all', 'all'],
])('I26 marks what was found: %s', (_, query, text, expected) => {
  expect(mark(text, query)).toBe(expected);
});

it('I26 never loses, adds or moves a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, query) => {
      expect(
        highlight(text, query)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
    }),
  );
});

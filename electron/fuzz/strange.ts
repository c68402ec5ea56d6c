import { pick } from './steps';

/** A list or an object inside one another so many times. */
function nested(depth: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = 'x';
  for (let at = 0; at < depth; at += 1) value = wrap(value);
  return value;
}

const withOwnProto: unknown = JSON.parse('{"__proto__":{"kind":"badge","isAdmin":true},"constructor":1}');
const sparse: unknown[] = ['x'];
sparse[40] = 'y';

/** Texts that have broken parsers elsewhere: half characters, signs that turn lines round, names of prototypes, much of one sign. */
export const strangeTexts: readonly string[] = [
  ...['', ' ', '\0', '\n', '\r\n\t', '\uFEFF', '\u2028', 'x\u0000y', '\u0085', '\u00AD'],
  ...['\uD800', '\uDC00', 'a\uDFFFb', '\uD83D', '😀', '👨‍👩‍👧‍👦', 'e\u0301'.repeat(40), '\u0130', 'ß', 'ﬃ', 'İi'],
  ...['\u202Egpj.exe', '\u2066x\u2069', '\u200F\u200E', '\u200D', '\u061C', '\uFFFD', '\uFFFF', '\u{10FFFF}'],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', 'length', 'then'],
  ...['null', 'undefined', 'true', 'NaN', '-0', '1e999', '0x10', '٣', '１', '[object Object]', '{}', '[]'],
  ...[
    '%',
    '%00',
    '%2e%2e%2f',
    '%E0%A4%A',
    '..',
    '../..',
    '/',
    '\\',
    '//',
    '://',
    '?',
    '#',
    '@',
    ':',
    '*',
    '.',
  ],
  ...[
    '"',
    "'",
    '`',
    '<',
    '>',
    '<!--',
    ']]>',
    '&#x110000;',
    '&amp;',
    '${x}',
    '$&',
    '$1',
    '(',
    '[',
    '(((((',
    '.*',
  ],
  ...['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,<b>', 'http://[::1', 'https://a@b:c@d/'],
  ...['CON', 'aux.txt', 'a'.repeat(64), 'a'.repeat(300), '9'.repeat(400), '😀'.repeat(200)],
];

/** Texts in which what takes time for each sign, for each sign, takes for ever. */
const longTexts: readonly string[] = [
  ...[
    'a'.repeat(50_000),
    ' '.repeat(50_000),
    '('.repeat(20_000),
    '<link '.repeat(9_000),
    'ab/'.repeat(20_000),
  ],
  ...['@'.repeat(30_000), '#:'.repeat(20_000), '"'.repeat(30_000), '\\'.repeat(30_000), '1,'.repeat(20_000)],
];

/** Values that nobody meant to send: of another type, too large, too deep, not a number, with names of prototypes. */
const strangeValues: readonly unknown[] = [
  ...[
    undefined,
    null,
    true,
    false,
    0,
    -0,
    1,
    -1,
    0.5,
    NaN,
    Infinity,
    -Infinity,
    2 ** 31,
    2 ** 53,
    -(2 ** 53),
  ],
  ...[1e308, 5e-324, 8.64e15, 8.64e15 + 1, 65_536, 9999, 10_000, 10n, 2n ** 70n],
  ...[
    [],
    [[]],
    [undefined],
    [null, null],
    {},
    { length: 3 },
    { length: -1, 0: 'x' },
    JSON.parse('{"then":"x"}'),
  ],
  ...[withOwnProto, sparse, Object.create(null) as object, { toString: 'x' }, { kind: 'badge' }, { kind: 7 }],
  ...[new Date(NaN), new Date(0), new Map([['kind', 'badge']]), new Set([1]), new Uint8Array(8), /x/],
  ...[nested(8, (inner) => [inner]), ['x'.repeat(500)]],
  ...strangeTexts,
];

/** Values larger and deeper than anything honest. */
const largeValues: readonly unknown[] = [
  ...[nested(2000, (inner) => ({ kind: inner })), nested(2000, (inner) => [inner]), ['x'.repeat(5000)]],
  ...[Array.from({ length: 3000 }, (_, at) => at), Array.from({ length: 3000 }, () => ({ id: 'x' }))],
  ...[Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`k${at}`, at]))],
  ...longTexts,
];

/** One in so many is large: it takes as long as all the others. */
const LARGE_IN = 128;

/** Gives one of the strange texts by a number, now and then a long one. */
export const strangeText = (what: number): string =>
  what % LARGE_IN === 0 ? pick(longTexts, what / LARGE_IN) : pick(strangeTexts, what);

/** Gives one of the strange values by a number, now and then a large one. */
export const strangeValue = (what: number): unknown =>
  what % LARGE_IN === 0 ? pick(largeValues, what / LARGE_IN) : pick(strangeValues, what);

/** Names of members that nobody meant. */
export const strangeKeys: readonly string[] = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'length', 'then', 'toJSON'],
  ...['', '0', '-1', ' ', '\uD800', 'kind', 'id', 'x'.repeat(300), '😀', '.', 'a.b', '$ref'],
];

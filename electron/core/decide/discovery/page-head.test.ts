import fc from 'fast-check';
import { expect, it } from 'vitest';
import { iconsOf, titleOf } from './page-head';

it.each([
  ['<title>Team</title>', 'Team'],
  ['<TITLE lang="en">\n Team\t chat </TITLE>', 'Team chat'],
  ['<title>A &amp; B &#8217; &#x263a; &unknown;</title>', 'A & B ’ ☺ &unknown;'],
  ['<title></title>', undefined],
  ['<title>\u202e\u200b</title>', undefined],
  ['<p>no title', undefined],
])('G10 the title of %j', (html, title) => {
  expect(titleOf(html)).toBe(title);
});

it('G10 a title is clipped', () => {
  expect(titleOf(`<title>${'😀'.repeat(500)}</title>`)).toBe('😀'.repeat(40));
});

it('G9 of a page’s icons those of pixels count, and of these the one that is large enough', () => {
  const html = `
    <link rel="icon" href="small.png" sizes="16x16">
    <link rel='shortcut icon' href=/favicon.ico>
    <link rel="icon" type="image/svg+xml" href="drawn">
    <link rel="mask-icon" href="mask.png">
    <link href="https://cdn.example/large.png?a=1&amp;b=2" rel="icon" sizes="512x512 192x192">
    <link rel="apple-touch-icon" sizes="120x120" href="touch.png">
    <link rel="icon" href="javascript:alert(1)"><link rel="icon" href="data:image/png;base64,AA==">
    <link rel="stylesheet" href="style.css">`;
  expect(iconsOf(html, 'https://example.org/chat/')).toEqual([
    'https://example.org/chat/touch.png',
    'https://cdn.example/large.png?a=1&b=2',
    'https://example.org/favicon.ico',
    'https://example.org/chat/small.png',
  ]);
});

it('G9 icons are where the page’s base says', () => {
  const html = '<base href="/team/"><link rel="icon" href="i.png">';
  expect(iconsOf(html, 'https://example.org/team/channel/x')).toEqual(['https://example.org/team/i.png']);
});

it('G9 never throws and is quick, whatever the page', () => {
  const parts = fc.constantFrom(
    '<link ',
    '<title',
    '>',
    '<base ',
    'rel="icon"',
    'href=',
    '"',
    "'",
    '&#',
    '9999999;',
    ' ',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(parts).map((all) => all.join('')),
      ),
      (html) => {
        for (const url of iconsOf(html, 'https://example.org/'))
          expect(new URL(url).protocol).toMatch(/^https?:$/);
        titleOf(html);
      },
    ),
    { numRuns: 1000 },
  );
  for (const part of ['<link ', '<base ', '<title ', '<link rel=icon href=', ' href=']) {
    const startMs = performance.now();
    iconsOf(part.repeat(131_072 / part.length), 'https://example.org/');
    titleOf(part.repeat(131_072 / part.length));
    expect(performance.now() - startMs).toBeLessThan(2_000);
  }
});

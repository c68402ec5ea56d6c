import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLinkWithin, parseLinkPattern, patternOf, toPatternText } from './link-pattern';

const written = (text: string): string | undefined => {
  const pattern = parseLinkPattern(text);
  return pattern && toPatternText(pattern);
};

describe('B61 a pattern', () => {
  it.each([
    ['example.org', 'example.org'],
    [' Example.ORG ', 'example.org'],
    ['*.example.org', 'example.org'],
    ['https://example.org/docs/', 'example.org/docs'],
    ['http://example.org:8080/a/b', 'example.org:8080/a/b'],
    ['example.org:443', 'example.org:443'],
    ['http://example.org:80/a', 'example.org:80/a'],
    ['example.org.', 'example.org'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['localhost:3000', 'localhost:3000'],
    ['[::1]:3000', '[::1]:3000'],
    ['wiki', 'wiki'],
  ])('%j is written %j', (text, pattern) => {
    expect(written(text)).toBe(pattern);
    expect(written(pattern)).toBe(pattern);
  });

  it.each([
    '',
    '   ',
    'a b.test',
    'a.*.test',
    'user@example.org',
    'example.org?x',
    'example.org#x',
    'https://',
    'a\\b',
    'x'.repeat(301),
  ])('%j is none', (text) => {
    expect(written(text)).toBeUndefined();
  });

  it.each([
    ['example.org', 'https://example.org/a', true],
    ['example.org', 'http://docs.example.org:8080/', true],
    ['example.org', 'https://example.org./', true],
    ['example.org', 'https://notexample.org/', false],
    ['example.org', 'https://example.org.evil.test/', false],
    ['example.org/docs', 'https://example.org/docs', true],
    ['example.org/docs', 'https://example.org/docs/a?b', true],
    ['example.org/docs', 'https://example.org/docsets', false],
    ['example.org:8080', 'https://example.org:8080/', true],
    ['example.org:8080', 'https://example.org/', false],
    ['example.org:443', 'https://example.org/', true],
    ['example.org:443', 'https://example.org:443/', true],
    ['example.org:443', 'http://example.org/', false],
    ['example.org:443', 'https://example.org:8443/', false],
    ['example.org:80', 'http://example.org/', true],
    ['example.org:80', 'https://example.org/', false],
    ['test', 'https://a.test/', false],
    ['127.0.0.1', 'http://127.0.0.1:99/', true],
  ])('%s fits %s: %s', (text, address, fits) => {
    const pattern = parseLinkPattern(text);
    expect(pattern && isLinkWithin(new URL(address), pattern)).toBe(fits);
  });

  it.each([
    ['https://www.example.org/a', 'example.org'],
    ['https://www.test/', 'www.test'],
    ['http://localhost:3000/x', 'localhost:3000'],
    ['https://EXAMPLE.org:443/', 'example.org'],
    ['mailto:a@b.test', undefined],
    ['javascript:alert(1)', undefined],
    ['nothing', undefined],
  ])('is learnt from %s as %s', (address, pattern) => {
    expect(patternOf(address)).toBe(pattern);
  });

  it('never throws, and fits the link it was learnt from', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string()), (address) => {
        const learnt = patternOf(address);
        if (learnt === undefined) return true;
        const pattern = parseLinkPattern(learnt);
        return pattern !== undefined && written(learnt) === learnt && isLinkWithin(new URL(address), pattern);
      }),
    );
  });
});

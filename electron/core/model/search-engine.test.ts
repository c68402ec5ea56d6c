import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isSearchTemplate,
  searchEngineNames,
  searchEngines,
  searchNameOf,
  toSearchUrl,
} from './search-engine';

const own = (template: string) => ({ kind: 'own', template }) as const;

describe('searching for what is selected', () => {
  it('B4 each engine has an address with a place for the words', () => {
    expect(searchEngineNames.filter((name) => !isSearchTemplate(searchEngines[name].template))).toEqual([]);
  });

  it.each([
    ['https://find.test/?q=%s', true],
    ['http://find.test/%s/all', true],
    ['https://find.test/?q=', false],
    ['javascript:alert(%s)//', false],
    ['file:///%s', false],
    ['https://%s.find.test/', false],
    ['https://%s', false],
    ['https://user:%s@find.test/', false],
    ['find.test/?q=%s', false],
    ['', false],
  ])('B4 an engine of one’s own: %s', (template, isGood) => {
    expect(isSearchTemplate(template)).toBe(isGood);
  });

  it('B4 the words are written into the address and lead nowhere else', () => {
    expect(toSearchUrl({ kind: 'engine', engine: 'duckduckgo' }, 'red & blue\n fish')).toBe(
      'https://duckduckgo.com/?q=red%20%26%20blue%20fish',
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(new URL(toSearchUrl(own('https://find.test/go/?q=%s'), text)).host).toBe('find.test');
      }),
    );
  });

  it('B4 an engine is called by its name, one’s own by its host', () => {
    expect(searchNameOf({ kind: 'engine', engine: 'brave' })).toBe('Brave Search');
    expect(searchNameOf(own('https://find.test/?q=%s'))).toBe('find.test');
  });
});

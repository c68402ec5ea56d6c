import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import en from '../../../resources/locales/en.json';
import { defaultSettings } from '../model/settings';
import { decideContextMenu, type MenuFacts, type MenuPlace } from './decide-context-menu';
import { addressParts, imageParts } from './menu-addresses';

const platforms = ['darwin', 'linux', 'win32'] as const;
const editFlags = {
  canUndo: true,
  canRedo: false,
  canCut: true,
  canCopy: true,
  canPaste: true,
  canSelectAll: true,
  canEditRichly: true,
};
const aPlace = (changes: Partial<MenuPlace> = {}): MenuPlace => ({
  isEditable: false,
  isPassword: false,
  selectionText: '',
  linkURL: '',
  pageURL: 'https://a.test/page',
  mediaType: 'none',
  hasImageContents: false,
  srcURL: '',
  misspelledWord: '',
  dictionarySuggestions: [],
  editFlags,
  ...changes,
});
const facts: MenuFacts = {
  platform: 'linux',
  page: 'view',
  link: undefined,
  search: defaultSettings.search,
  developerMode: false,
  canGoBack: true,
  canGoForward: false,
};
/** The lines by their keys; those that cannot be chosen in brackets. */
const menu = (place: Partial<MenuPlace>, more: Partial<MenuFacts> = {}): string =>
  decideContextMenu(aPlace(place), { ...facts, ...more })
    .map((item) => (item.kind === 'separator' ? '|' : item.isEnabled ? item.key : `(${item.key})`))
    .join(' ');
const image = { mediaType: 'image', hasImageContents: true, srcURL: 'https://a.test/cat.png' };
const whole = 'back (forward) reload | copyAddress openOutside | print savePdf';
const editing = 'undo (redo) | cut copy paste pasteAndMatchStyle | selectAll';

it('B67 the page of a window is taken along', () => {
  expect(menu({}, { page: 'window' })).toBe('openOutside copyAddress');
  expect(menu({ pageURL: 'about:blank' }, { page: 'window' })).toBe('');
});

describe('B67 a link that leads elsewhere', () => {
  const link = { address: 'https://a.test/', pattern: 'a.test', goesOutside: true, owner: undefined };
  it.each<[string, Partial<MenuFacts>, string]>([
    ['to another site', { link }, 'openLink openLinkHere copyLink | alwaysHere'],
    [
      'to one that opens here',
      { link: { ...link, goesOutside: false } },
      'openLink openLinkHere copyLink | alwaysOutside',
    ],
    [
      'to another service',
      { link: { ...link, goesOutside: false, owner: { id: 'b', name: 'Bob' } } },
      'openLink openLinkIn openLinkHere copyLink | alwaysOutside',
    ],
    ['in Foyer’s own page', { link, page: 'shell' }, ''],
  ])('%s', (_what, facts, lines) => {
    expect(menu({ linkURL: 'https://a.test/' }, facts)).toBe(lines);
  });
});

const wrong = { isEditable: true, misspelledWord: 'Hauss', dictionarySuggestions: ['Haus', 'Hauses'] };

describe('B54 a word that is in no dictionary', () => {
  it.each<[string, Partial<MenuPlace>, string]>([
    ['with suggestions', wrong, `suggestion suggestion | addWord | ${editing}`],
    [
      'with too many',
      { ...wrong, dictionarySuggestions: 'a b c d e f g h'.split(' ') },
      `${'suggestion '.repeat(5)}| addWord | ${editing}`,
    ],
    ['with none', { ...wrong, dictionarySuggestions: [] }, `(noSuggestion) | addWord | ${editing}`],
    ['that is none', { ...wrong, misspelledWord: 'x'.repeat(100) }, `suggestion suggestion | ${editing}`],
    ['of a password', { ...wrong, isPassword: true }, editing],
    ['that is not written here', { ...wrong, isEditable: false }, whole],
  ])('%s', (_what, place, lines) => {
    expect(menu(place)).toBe(lines);
  });
});

describe('the menu of a place in a page', () => {
  it.each<[string, Partial<MenuPlace>, string]>([
    ['the page itself', {}, whole],
    ['a field', { isEditable: true }, editing],
    [
      'a plain field',
      { isEditable: true, editFlags: { ...editFlags, canEditRichly: false } },
      'undo (redo) | cut copy paste | selectAll',
    ],
    ['words in a field', { isEditable: true, selectionText: 'tea' }, `search | ${editing}`],
    ['a password', { isEditable: true, isPassword: true, selectionText: '••••' }, editing],
    ['words', { selectionText: 'tea' }, 'search | copy'],
    ['a blank', { selectionText: ' \n' }, whole],
    ['a link', { linkURL: 'https://a.test/' }, 'openLink copyLink'],
    ['a mail address', { linkURL: 'mailto:ann@a.test' }, 'writeMail copyMail'],
    ['a picture', image, 'saveImage copyImage copyImageAddress'],
    [
      'a picture that is a link',
      { ...image, linkURL: 'https://a.test/' },
      'openLink copyLink | saveImage copyImage copyImageAddress',
    ],
    ['a picture that is not there yet', { ...image, hasImageContents: false }, ''],
    [
      'a picture of the page’s own making',
      { ...image, srcURL: 'blob:https://a.test/1' },
      'saveImage copyImage',
    ],
  ])('B1 offers what can be done: %s', (_what, place, lines) => {
    expect(menu(place)).toBe(lines);
  });

  it.each(platforms)('B1 words can be looked up where the system does that: %s', (platform) => {
    const looksUp = menu({ selectionText: 'tea' }, { platform }).startsWith('lookUp search');
    expect(looksUp).toBe(platform === 'darwin');
  });

  it('B5 in Foyer’s own pages it is for editing, and for copying', () => {
    const page = { page: 'shell', developerMode: true } as const;
    expect(menu({ isEditable: true, selectionText: 'tea' }, page)).toBe(editing);
    expect(menu({ selectionText: 'tea' }, page)).toBe('copy');
    expect(menu({ linkURL: 'https://a.test/', ...image }, page)).toBe('');
    expect(menu({ selectionText: 'tea' }, { ...page, platform: 'darwin' })).toBe('lookUp | copy');
  });

  it('B1 a window that a page opened has no reload of the service’s', () => {
    expect(menu({}, { page: 'window' })).toBe('openOutside copyAddress');
  });

  it('B6 pages can be looked into in developer mode alone', () => {
    expect(menu({}, { developerMode: true })).toBe(`${whole} | inspect`);
    expect(menu({}, { developerMode: true, page: 'window' })).toBe('openOutside copyAddress | inspect');
    expect(menu({}, { developerMode: true, page: 'shell' })).toBe('');
  });

  it('B3 what it shows of a selection is on one line, and short', () => {
    const [search] = decideContextMenu(aPlace({ selectionText: `one\n${'word '.repeat(999)}` }), facts);
    expect(search).toMatchObject({ values: { engine: 'DuckDuckGo', text: 'one word word word word word…' } });
  });

  it('B1 B3 whatever a page says, it has lines with words, none twice, and no separator at an end', () => {
    const words: Readonly<Record<string, string>> = en.contextMenu;
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.constantFrom('javascript:a', ''));
    const places = fc.record({
      isEditable: fc.boolean(),
      isPassword: fc.boolean(),
      selectionText: text,
      linkURL: text,
      mediaType: fc.constantFrom('none', 'image', 'video', 'canvas'),
      hasImageContents: fc.boolean(),
      srcURL: text,
    });
    fc.assert(
      fc.property(places, fc.constantFrom(...platforms), fc.boolean(), (place, platform, developerMode) => {
        const lines = menu(place, { platform, developerMode });
        expect(lines).not.toMatch(/^\||\|$|\| \|/);
        const keys = lines.split(/[\s()|]+/).filter(Boolean);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys.filter((key) => words[key] === undefined)).toEqual([]);
      }),
    );
  });
});

describe('addresses of the menu', () => {
  it.each([
    [
      'https://a.test/x?y=%20z',
      ['open-outside https://a.test/x?y=%20z', 'copy-text https://a.test/x?y=%20z'],
    ],
    [
      'mailto:ann%40work@a.test?subject=Hi',
      ['open-outside mailto:ann%40work@a.test?subject=Hi', 'copy-text ann@work@a.test'],
    ],
    ['mailto:%E0%A4%A', ['open-outside mailto:%E0%A4%A', 'copy-text %E0%A4%A']],
    ['tel:+49123', ['copy-text tel:+49123']],
    ['matrix:r/room:a.test', ['copy-text matrix:r/room:a.test']],
    ['javascript:alert(1)', []],
    ['JavaScript:alert(1)', []],
    ['data:text/html,x', []],
    ['file:///etc/passwd', []],
    ['app://foyer/', []],
    ['blob:https://a.test/1', []],
    ['not an address', []],
    [`https://a.test/${'x'.repeat(70_000)}`, []],
  ])('B2 of %s', (link, parts) => {
    const said = addressParts(link).map(({ act }) =>
      act.kind === 'copy-text' ? `copy-text ${act.text}` : `open-outside ${act.address}`,
    );
    expect(said).toEqual(parts);
  });

  it.each([
    ['https://a.test/cat.png', true, true],
    ['data:image/png;base64,AAAA', true, false],
    ['blob:https://a.test/1', true, false],
    ['data:text/html,x', false, false],
    ['file:///etc/passwd', false, false],
    ['', false, false],
  ])('B2 of the picture %s', (source, canSave, hasAddress) => {
    const parts = imageParts(source);
    expect([parts.canSave, parts.copyAddress !== undefined]).toEqual([canSave, hasAddress]);
  });
});

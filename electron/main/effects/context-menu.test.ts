import { describe, expect, it } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import type { ServiceId } from '../../core/model/service';
import { toMenuLink } from '../../core/state/select-links';
import { createAppStore } from '../store/app-store';
import { startContextMenus, type MenuPage, type MenuParams, type ShownMenu } from './context-menu';

const flags = { canUndo: true, canRedo: true, canCut: true, canCopy: true, canPaste: true };
const params: MenuParams = {
  x: 7,
  y: 9,
  formControlType: 'none',
  isEditable: false,
  selectionText: '',
  linkURL: '',
  pageURL: 'https://a.test/page',
  mediaType: 'none',
  hasImageContents: false,
  srcURL: '',
  misspelledWord: '',
  dictionarySuggestions: [],
  editFlags: { ...flags, canSelectAll: true, canEditRichly: true },
};

function setUp(platform: 'darwin' | 'linux' = 'linux') {
  const store = createAppStore(aState([aService('a')]), (error) => {
    throw error;
  });
  const said: string[] = [];
  const shown: ShownMenu<MenuPage>[] = [];
  const listeners = new Map<MenuPage, (event: unknown, params: MenuParams) => void>();
  const gone = new Set<MenuPage>();
  const aPage = (name: string): MenuPage => {
    const does = (what: string) => (): void => void said.push(`${name} ${what}`);
    const page: MenuPage = {
      undo: does('undo'),
      redo: does('redo'),
      cut: does('cut'),
      copy: does('copy'),
      paste: does('paste'),
      pasteAndMatchStyle: does('pasteAndMatchStyle'),
      selectAll: does('selectAll'),
      showDefinitionForSelection: does('looks up'),
      replaceMisspelling: (word) => void said.push(`${name} writes ${word}`),
      copyImageAt: (x, y) => void said.push(`${name} copies ${x},${y}`),
      downloadURL: (address) => void said.push(`${name} saves ${address}`),
      inspectElement: (x, y) => void said.push(`${name} inspects ${x},${y}`),
      navigationHistory: { canGoBack: () => true, canGoForward: () => false },
      isDestroyed: () => gone.has(page),
      on: (_event, listener) => void listeners.set(page, listener),
    };
    return page;
  };
  const shell = aPage('shell');
  const pages = new Map<ServiceId, MenuPage>([['a', aPage('a')]]);
  store.onAction('reload-requested', ({ serviceId }) => said.push(`reload ${serviceId}`));
  startContextMenus<MenuPage>(store, {
    platform,
    translate: (key, values) => [key, ...Object.values(values ?? {})].join(' '),
    shell,
    onPage: (listener) => {
      for (const [serviceId, page] of pages) listener(serviceId, page);
      return () => undefined;
    },
    isView: (serviceId, page) => pages.get(serviceId) === page,
    show: (menu) => void shown.push(menu),
    writeText: (text) => void said.push(`clipboard ${text}`),
    linkOf: (serviceId, address) => toMenuLink(store.getState(), serviceId, address),
    openOutside: (address, serviceId) => void said.push(`outside ${address} of ${serviceId}`),
  });
  const page = pages.get('a') ?? shell;
  const ask = (at: Partial<MenuParams>, of = page): void =>
    listeners.get(of)?.(undefined, { ...params, ...at });
  const pick = (label: string): void => {
    const found = shown.at(-1)?.items.find((item) => item.label?.startsWith(`contextMenu.${label}`));
    (found?.click as (() => void) | undefined)?.();
  };
  return { store, said, shown, gone, page, shell, ask, pick };
}

describe('startContextMenus', () => {
  it('B7 shows the menu where it was called, of the page it was called in', () => {
    const { shown, ask, page, shell } = setUp();
    ask({});
    ask({ isEditable: true }, shell);
    expect(shown.map((menu) => [menu.page === page, menu.x, menu.y])).toEqual([
      [true, 7, 9],
      [false, 7, 9],
    ]);
  });

  it('B7 shows none where there is nothing to choose', () => {
    const { shown, ask, shell } = setUp();
    ask({}, shell);
    expect(shown).toEqual([]);
  });

  it('B7 does what is chosen, there', () => {
    const { said, store, ask, pick } = setUp('darwin');
    store.dispatch({ kind: 'settings-changed', settings: { developerMode: true } });
    ask({ isEditable: true, selectionText: 'tea' });
    for (const edit of ['undo', 'redo', 'cut', 'copy', 'paste ', 'paste', 'pasteAndMatchStyle', 'selectAll'])
      pick(edit);
    for (const label of ['lookUp', 'search', 'inspect']) pick(label);
    ask({ linkURL: 'https://b.test/' });
    for (const label of ['openLink', 'copyLink']) pick(label);
    ask({ mediaType: 'image', hasImageContents: true, srcURL: 'https://b.test/c.png' });
    for (const label of ['saveImage', 'copyImage', 'copyImageAddress']) pick(label);
    ask({});
    pick('reload');
    expect(said).toEqual([
      ...['a undo', 'a redo', 'a cut', 'a copy', 'a paste', 'a pasteAndMatchStyle', 'a selectAll'],
      ...['a looks up', 'outside https://duckduckgo.com/?q=tea of a', 'a inspects 7,9'],
      ...['outside https://b.test/ of a', 'clipboard https://b.test/', 'a saves https://b.test/c.png'],
      ...['a copies 7,9', 'clipboard https://b.test/c.png', 'reload a'],
    ]);
  });

  it('B67 opens a link in Foyer or in the service it belongs to, and learns where such links go', () => {
    const { said, store, ask, pick } = setUp();
    store.dispatch({ kind: 'service-added', service: aService('b') });
    store.onAction('link-here-requested', ({ serviceId, address }) =>
      said.push(`${serviceId} here ${address}`),
    );
    store.onAction('page-address-requested', ({ serviceId, url }) => said.push(`${serviceId} loads ${url}`));
    ask({ linkURL: 'https://b.test/x' });
    for (const label of ['openLinkHere', 'openLinkIn b']) pick(label);
    expect(said).toEqual(['a here https://b.test/x', 'b loads https://b.test/x']);
    pick('alwaysOutside b.test');
    expect(store.getState().persisted.linkRules).toEqual([
      { serviceId: null, pattern: 'b.test', answer: { kind: 'outside' } },
    ]);
    ask({ linkURL: 'https://www.c.test/' });
    pick('alwaysHere c.test');
    expect(store.getState().persisted.linkRules.at(-1)).toMatchObject({
      pattern: 'c.test',
      answer: { kind: 'here' },
    });
  });

  it('B54 writes what was suggested, and keeps a word', () => {
    const { said, store, ask, pick } = setUp();
    ask({ isEditable: true, misspelledWord: 'Foyerr', dictionarySuggestions: ['Foyer'] });
    pick('suggestion');
    pick('addWord');
    expect(said).toEqual(['a writes Foyer']);
    expect(store.getState().persisted.settings.spelling.words).toEqual(['Foyerr']);
  });

  it('B7 what is chosen for a page that is gone is not done', () => {
    const { said, gone, page, ask, pick } = setUp();
    ask({ isEditable: true });
    gone.add(page);
    pick('cut');
    expect(said).toEqual([]);
  });

  it.each([
    ['linux', 'contextMenu.search DuckDuckGo Q&&A'],
    ['darwin', 'contextMenu.search DuckDuckGo Q&A'],
  ] as const)('B3 an ampersand stays one: %s', (platform, label) => {
    const { shown, ask } = setUp(platform);
    ask({ selectionText: 'Q&A' });
    expect(shown[0]?.items.map((item) => item.label)).toContain(label);
  });
});

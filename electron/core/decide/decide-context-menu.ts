import * as z from 'zod/mini';
import { shortenText } from '../model/clip-text';
import type { ServiceId } from '../model/service';
import { type Search, searchNameOf, toSearchUrl } from '../model/search-engine';
import { SPELL_WORD_MAX, spellWordSchema } from '../model/spelling';
import { addressParts, imageParts, type LinkAct } from './menu-addresses';

/** What editing can be done by menu, by the names Electron has for it. */
export type EditAct = 'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'pasteAndMatchStyle' | 'selectAll';

/** What a line of the menu does. */
export type MenuAct =
  | LinkAct
  | { readonly kind: 'edit'; readonly edit: EditAct }
  | { readonly kind: 'look-up' }
  | { readonly kind: 'replace-word'; readonly word: string }
  | { readonly kind: 'add-word'; readonly word: string }
  | { readonly kind: 'search'; readonly address: string }
  | { readonly kind: 'copy-image' }
  | { readonly kind: 'save-image'; readonly address: string }
  | { readonly kind: 'command'; readonly id: string }
  | { readonly kind: 'open-here'; readonly address: string }
  | { readonly kind: 'open-in-service'; readonly serviceId: ServiceId; readonly address: string }
  | { readonly kind: 'always'; readonly pattern: string; readonly answer: 'here' | 'outside' }
  | { readonly kind: 'inspect' };

/** A line of the menu as plain data: `key` is its text in the locale file, under `contextMenu.`. */
export type ContextMenuItem =
  | { readonly kind: 'separator' }
  | {
      readonly kind: 'item';
      readonly key: string;
      readonly values?: Readonly<Record<string, string>>;
      readonly isEnabled: boolean;
      readonly act: MenuAct;
    };

/** What of Electron's facts about a place in a page is used; all of it comes from the page. */
export interface MenuPlace {
  readonly isEditable: boolean;
  readonly isPassword: boolean;
  readonly selectionText: string;
  readonly linkURL: string;
  readonly pageURL: string;
  readonly mediaType: string;
  readonly hasImageContents: boolean;
  readonly srcURL: string;
  /** The word that was pointed at, where it is in no dictionary. */
  readonly misspelledWord: string;
  readonly dictionarySuggestions: readonly string[];
  readonly editFlags: {
    readonly canUndo: boolean;
    readonly canRedo: boolean;
    readonly canCut: boolean;
    readonly canCopy: boolean;
    readonly canPaste: boolean;
    readonly canSelectAll: boolean;
    readonly canEditRichly: boolean;
  };
}

/** A web link that leads away from its service's own site. */
export interface MenuLink {
  readonly address: string;
  /** Where it leads, as a rule would say it. */
  readonly pattern: string;
  /** Such links leave Foyer as things are. */
  readonly goesOutside: boolean;
  /** Another service it belongs to. */
  readonly owner: { readonly id: ServiceId; readonly name: string } | undefined;
}

/** What the menu depends on beside the place. */
export interface MenuFacts {
  readonly platform: 'darwin' | 'linux' | 'win32';
  /** Whose page it is: Foyer's own, a service's view, or a window that one opened. */
  readonly page: 'shell' | 'view' | 'window';
  /** The link that was pointed at, where it leads elsewhere. */
  readonly link: MenuLink | undefined;
  readonly search: Search;
  readonly developerMode: boolean;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
}

/** Most words that are suggested. */
const SUGGESTIONS_MAX = 5;
/** Longest part of a selection that a line shows, in UTF-16 units. */
const SHOWN_MAX = 30;
/** Longest place a line shows, in UTF-16 units. */
const PLACE_MAX = 50;

/** Decides what the menu of a place in a page offers; nothing at all where there is nothing to offer. */
export function decideContextMenu(place: MenuPlace, facts: MenuFacts): readonly ContextMenuItem[] {
  const isShell = facts.page === 'shell';
  const groups: readonly (readonly ContextMenuItem[])[] = [
    ...(isShell ? [] : linkItems(place.linkURL, facts.link)),
    !isShell && place.mediaType === 'image' && place.hasImageContents ? imageItems(place.srcURL) : [],
    ...wordItems(place),
    selectionItems(place, facts),
    ...editItems(place),
    pageItems(place, facts),
    facts.developerMode && !isShell ? [item('inspect', { kind: 'inspect' })] : [],
  ];
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => (index === 0 ? group : [separator].concat(group)));
}

const separator: ContextMenuItem = { kind: 'separator' };

const item = (
  key: string,
  act: MenuAct,
  { isEnabled = true, values }: { isEnabled?: boolean; values?: Readonly<Record<string, string>> } = {},
): ContextMenuItem => ({ kind: 'item', key, isEnabled, act, ...(values !== undefined && { values }) });

const toItem = ({ key, act }: { readonly key: string; readonly act: LinkAct }): ContextMenuItem =>
  item(key, act);

/** What can be done with a link; one that leads elsewhere can be had in Foyer too, now or from now on. */
function linkItems(address: string, link: MenuLink | undefined): readonly (readonly ContextMenuItem[])[] {
  const parts = addressParts(address).map(toItem);
  if (link === undefined || parts.length === 0) return [parts];
  const { owner, pattern, goesOutside } = link;
  const inService =
    owner &&
    item(
      'openLinkIn',
      { kind: 'open-in-service', serviceId: owner.id, address: link.address },
      { values: { name: shortenText(owner.name, SHOWN_MAX) } },
    );
  const here = item('openLinkHere', { kind: 'open-here', address: link.address });
  const always = item(
    goesOutside ? 'alwaysHere' : 'alwaysOutside',
    { kind: 'always', pattern, answer: goesOutside ? 'here' : 'outside' },
    { values: { where: shortenText(pattern, PLACE_MAX) } },
  );
  return [[...parts.slice(0, 1), ...(inService ? [inService] : []), here, ...parts.slice(1)], [always]];
}

const imageItems = (source: string): readonly ContextMenuItem[] => {
  const { canSave, copyAddress } = imageParts(source);
  return [
    ...(canSave ? [item('saveImage', { kind: 'save-image', address: source })] : []),
    item('copyImage', { kind: 'copy-image' }),
    ...(copyAddress === undefined ? [] : [item('copyImageAddress', copyAddress)]),
  ];
};

/** What can be written instead of a word that is in no dictionary; a password is no word. */
function wordItems(place: MenuPlace): readonly (readonly ContextMenuItem[])[] {
  const { misspelledWord: word, dictionarySuggestions } = place;
  if (word === '' || !place.isEditable || place.isPassword) return [];
  const suggested = dictionarySuggestions
    .filter((one) => one !== '' && one.length <= SPELL_WORD_MAX)
    .slice(0, SUGGESTIONS_MAX)
    .map((one) => item('suggestion', { kind: 'replace-word', word: one }, { values: { word: one } }));
  const none = item('noSuggestion', { kind: 'replace-word', word }, { isEnabled: false });
  const isWord = z.safeParse(spellWordSchema, word).success;
  return [
    suggested.length > 0 ? suggested : [none],
    isWord ? [item('addWord', { kind: 'add-word', word })] : [],
  ];
}

/** What can be done with words: nothing of it with those of a password. */
function selectionItems(place: MenuPlace, { platform, page, search }: MenuFacts): readonly ContextMenuItem[] {
  const text = shortenText(place.selectionText, SHOWN_MAX);
  if (text === '' || place.isPassword) return [];
  const address = toSearchUrl(search, place.selectionText);
  return [
    ...(platform === 'darwin' ? [item('lookUp', { kind: 'look-up' }, { values: { text } })] : []),
    ...(page === 'shell'
      ? []
      : [item('search', { kind: 'search', address }, { values: { engine: searchNameOf(search), text } })]),
  ];
}

function editItems({
  isEditable,
  selectionText,
  editFlags,
}: MenuPlace): readonly (readonly ContextMenuItem[])[] {
  const edit = (key: EditAct, isEnabled: boolean): ContextMenuItem =>
    item(key, { kind: 'edit', edit: key }, { isEnabled });
  if (!isEditable) return selectionText.trim() === '' ? [] : [[edit('copy', editFlags.canCopy)]];
  return [
    [edit('undo', editFlags.canUndo), edit('redo', editFlags.canRedo)],
    [
      edit('cut', editFlags.canCut),
      edit('copy', editFlags.canCopy),
      edit('paste', editFlags.canPaste),
      ...(editFlags.canEditRichly ? [edit('pasteAndMatchStyle', editFlags.canPaste)] : []),
    ],
    [edit('selectAll', editFlags.canSelectAll)],
  ];
}

/** Where nothing in particular was pointed at, the page itself is meant. */
function pageItems(place: MenuPlace, facts: MenuFacts): readonly ContextMenuItem[] {
  const { page } = facts;
  const isPlain =
    !place.isEditable &&
    place.linkURL === '' &&
    place.mediaType === 'none' &&
    place.selectionText.trim() === '';
  const line = (key: string, id: string, isEnabled = true): ContextMenuItem =>
    item(key, { kind: 'command', id }, { isEnabled });
  if (page === 'shell' || !isPlain) return [];
  // A window has no bar of its own: its page can be taken along.
  if (page === 'window')
    return addressParts(place.pageURL).map(({ act }) =>
      item(act.kind === 'copy-text' ? 'copyAddress' : 'openOutside', act),
    );
  return [
    line('back', 'page.back', facts.canGoBack),
    line('forward', 'page.forward', facts.canGoForward),
    line('reload', 'reload'),
    separator,
    line('copyAddress', 'page.copyAddress'),
    line('openOutside', 'page.openOutside'),
    separator,
    line('print', 'page.print'),
    line('savePdf', 'page.savePdf'),
  ];
}

import { parseAddress, startUrlOf, type AddressResult, type RecipeStart } from '../model/address';
import type { ForeignFormat, ForeignService } from './foreign';

/** What is known here of kinds of services, theirs and ours. */
export interface KnownKinds {
  /** How a recipe of ours finds its page, and what it is called; `undefined` for one there is not. */
  readonly recipe: (id: string) => { readonly name: string; readonly start: RecipeStart } | undefined;
  /** The page of one of their kinds, `{team}` in place of a team's name; empty where each has its own address. */
  readonly addressOf: (kind: string) => string | undefined;
}

/** Kinds that both apps call by the same name. */
const shared = {
  rocketchat: 'rocketchat',
  mattermost: 'mattermost',
  slack: 'slack',
  thelounge: 'thelounge',
  gitter: 'element',
  zulip: 'zulip',
  hangouts: 'googlechat',
  hangoutschat: 'googlechat',
  messenger: 'messenger',
  discord: 'discord',
  telegram: 'telegram',
  whatsapp: 'whatsapp',
} as const;

/** Their kinds that are recipes here, by another name or the same. What is not among them comes as a website. */
const kinds: Readonly<Record<ForeignFormat, Readonly<Record<string, string>>>> = {
  ferdium: { ...shared, element: 'element', msteams: 'teams' },
  rambox: { ...shared, riot: 'element', teams: 'teams' },
};

/** Gitter's place, which is one of Element's. */
const GITTER = 'https://app.gitter.im/';

/** What a service of theirs is here. `url` is undefined where it must be asked for. */
export interface StartHere {
  readonly recipeId: string;
  readonly recipeName: string;
  readonly url: string | undefined;
}

/**
 * Says which recipe a service of theirs is, and at which page it starts: at its own address, else that of its team, else
 * that of its kind. A kind there is no recipe for is a website.
 */
export function toStart(format: ForeignFormat, service: ForeignService, known: KnownKinds): StartHere {
  const recipeId = kinds[format][service.kind] ?? 'website';
  const recipe = known.recipe(recipeId);
  const address = addressOf(service, known);
  if (recipe === undefined || recipeId === 'website') return asWebsite(address, known);
  const start = startUrlOf(
    recipe.start,
    service.kind === 'gitter' ? GITTER : typedFor(recipe.start, service, address),
  );
  if (start.kind === 'ok') return { recipeId, recipeName: recipe.name, url: start.url };
  // A team in a place of its own, which the recipe does not take.
  const website = asWebsite(address, known);
  return website.url === undefined ? { recipeId, recipeName: recipe.name, url: undefined } : website;
}

/** What would have been typed for it here. */
function typedFor(start: RecipeStart, service: ForeignService, address: string): string {
  if (start.kind === 'team') return service.address === '' && service.team !== '' ? service.team : address;
  // Where there is a place for all, theirs need not be the one of today.
  return start.kind === 'either' ? service.address : address;
}

function asWebsite(address: string, known: KnownKinds): StartHere {
  const start: AddressResult = parseAddress(address);
  return {
    recipeId: 'website',
    recipeName: known.recipe('website')?.name ?? '',
    url: start.kind === 'ok' ? start.url : undefined,
  };
}

function addressOf(service: ForeignService, known: KnownKinds): string {
  const { address, team } = service;
  if (address !== '' && address !== '___') return address;
  const template = known.addressOf(service.kind) ?? '';
  if (!template.includes('{team}')) return template;
  return team === '' ? '' : template.replace('{team}', encodeURIComponent(team.toWellFormed()));
}

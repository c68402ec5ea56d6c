import { manifest as rocketchat } from './rocketchat/manifest';
import { manifest as mattermost } from './mattermost/manifest';
import { manifest as slack } from './slack/manifest';
import { manifest as thelounge } from './thelounge/manifest';
import { manifest as element } from './element/manifest';
import { manifest as zulip } from './zulip/manifest';
import { manifest as googlechat } from './googlechat/manifest';
import { manifest as messenger } from './messenger/manifest';
import { manifest as discord } from './discord/manifest';
import { manifest as telegram } from './telegram/manifest';
import { manifest as whatsapp } from './whatsapp/manifest';
import { manifest as teams } from './teams/manifest';
import { manifest as converse } from './converse/manifest';
import { manifest as website } from './website/manifest';
import type { HostedPlace } from '../core/decide/discovery/read-typed';
import type { RecipeManifest } from './types';

/** Every recipe Foyer knows, best known first. */
export const recipes: readonly RecipeManifest[] = [
  rocketchat,
  mattermost,
  slack,
  thelounge,
  element,
  zulip,
  googlechat,
  messenger,
  discord,
  telegram,
  whatsapp,
  teams,
  converse,
  website,
];

/** Gives the recipe with that id; `undefined` for one this version does not know. */
export function recipeById(id: string): RecipeManifest | undefined {
  return recipes.find((recipe) => recipe.id === id);
}

/** Recipes whose services can be listened to while they have no page. */
export const listenable: readonly string[] = recipes.flatMap(({ id, listening }) =>
  listening === undefined ? [] : [id],
);

/** Services that are known by their host alone, whatever page of it is meant. */
export const hostedPlaces: readonly HostedPlace[] = recipes.flatMap(
  ({ id, start, hosts, linkHosts = [] }) => {
    const own = start.kind === 'fixed' || start.kind === 'team' ? hosts : [];
    const all = [...own, ...linkHosts];
    return all.length === 0 ? [] : [{ recipeId: id, start, hosts: all }];
  },
);

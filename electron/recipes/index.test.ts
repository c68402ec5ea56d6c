import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { startUrlOf } from '../core/model/address';
import { searchRecipes } from '../core/model/recipe-search';
import en from '../../resources/locales/en.json';
import { recipeById, recipes } from './index';

const folder = dirname(fileURLToPath(import.meta.url));
const ids = recipes.map((recipe) => recipe.id);

describe('the catalogue', () => {
  it('A7 has one recipe for each folder, each id once', () => {
    const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(ids.toSorted()).toEqual(folders.map((entry) => entry.name).toSorted());
  });

  it('A7 is in order of rank, without gaps', () => {
    expect(recipes.map((recipe) => recipe.popularRank)).toEqual(recipes.map((_, index) => index + 1));
  });

  it('A7 is found by id', () => {
    expect(recipeById('zulip')?.name).toBe('Zulip');
    expect(recipeById('no-such-recipe')).toBeUndefined();
  });

  it.each([
    ['irc', 'thelounge'],
    ['gitter', 'element'],
    ['matrix', 'element'],
    ['rocket chat', 'rocketchat'],
    ['hangouts', 'googlechat'],
    ['facebook', 'messenger'],
    ['xmpp', 'converse'],
    ['jabber', 'converse'],
    ['msteams', 'teams'],
    ['whats app', 'whatsapp'],
    ['custom', 'website'],
    ['MM', 'mattermost'],
  ])('A6 is searched by what people call it: %s', (query, first) => {
    expect(searchRecipes(query, recipes)[0]?.id).toBe(first);
  });
});

describe.each(recipes)('$name', (recipe) => {
  it('A7 has an id fit to store and plain words', () => {
    expect(recipe.id).toMatch(/^[a-z0-9-]{1,40}$/);
    expect(recipe.name.trim()).toBe(recipe.name);
    expect(new Map(Object.entries(en.recipes)).get(recipe.id)).toMatch(/^\p{L}.*[^.!]$/u);
    expect(recipe.aliases).toEqual(recipe.aliases.map((alias) => alias.toLowerCase()));
  });

  it('A7 has a square icon without scripts or anything fetched', () => {
    const file = join(folder, recipe.id, 'icon.svg');
    expect(existsSync(file)).toBe(true);
    const svg = readFileSync(file, 'utf8');
    expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 36 36"/);
    expect(svg).not.toMatch(/<script|<image|<foreignObject|\son\w+=|href="(?!#)|url\((?!#)/i);
    expect(svg.length).toBeLessThan(6000);
  });

  it('A7 names hosts as bare lower-case suffixes', () => {
    for (const host of [...recipe.hosts, ...(recipe.signInHosts ?? []), ...(recipe.linkHosts ?? [])]) {
      expect(host).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
    }
  });

  it('A7 starts over https, on a host of its own where the host is known', () => {
    const { start } = recipe;
    const typed = start.kind === 'address' ? start.placeholder : start.kind === 'team' ? 'acme' : '';
    const result = startUrlOf(start, typed);
    if (result.kind === 'refused') expect.fail(`${typed} was refused: ${result.reason}`);
    const urls = [result.url, ...(start.kind === 'either' ? (start.choices ?? []) : []).map((c) => c.url)];
    for (const url of urls) {
      expect(url).toMatch(/^https:\/\//);
      if (start.kind === 'address') continue;
      const { hostname } = new URL(url);
      expect(recipe.hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`))).toBe(true);
    }
  });
});

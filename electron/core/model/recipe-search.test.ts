import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchRecipes } from './recipe-search';

const shelf = [
  { id: 'rocketchat', name: 'Rocket.Chat', aliases: ['rc'] },
  { id: 'slack', name: 'Slack', aliases: ['team chat'] },
  { id: 'lounge', name: 'The Lounge', aliases: ['irc', 'libera'] },
  { id: 'googlechat', name: 'Google Chat', aliases: ['hangouts'] },
  { id: 'whatsapp', name: 'WhatsApp', aliases: [] },
  { id: 'teams', name: 'Teams', aliases: ['microsoft'] },
  { id: 'menu', name: 'Café Menu', aliases: ['chatter'] },
];
const idsFor = (query: string) => searchRecipes(query, shelf).map((recipe) => recipe.id);

describe('searchRecipes', () => {
  it.each<[string, string, readonly string[]]>([
    ['nothing typed', '', shelf.map((recipe) => recipe.id)],
    ['only white space and marks', ' . ', shelf.map((recipe) => recipe.id)],
    ['start of the name before start of another name', 'tea', ['teams', 'slack']],
    [
      'start of a word, then another name, then a word of it',
      'chat',
      ['rocketchat', 'googlechat', 'menu', 'slack'],
    ],
    ['another name', 'irc', ['lounge']],
    ['inside a name', 'sapp', ['whatsapp']],
    ['inside another name', 'osof', ['teams']],
    ['capitals', 'SLACK', ['slack']],
    ['accents typed', 'slàck', ['slack']],
    ['accents in the name', 'cafe', ['menu']],
    ['without the dot', 'rocketchat', ['rocketchat']],
    ['with a space for the dot', 'rocket chat', ['rocketchat']],
    ['with a space too many', 'whats app', ['whatsapp']],
    ['words in another order', 'chat google', ['googlechat']],
    ['words of which one does not fit', 'google mail', []],
    ['a word over a break in the name', 'thel', ['lounge']],
    ['nothing fits', 'zzz', []],
  ])('A6 %s', (_, query, expected) => {
    expect(idsFor(query)).toEqual(expected);
  });

  it('A6 puts the start of a name first, whatever the order given', () => {
    const reversed = shelf.toReversed();
    expect(searchRecipes('tea', reversed)[0]?.id).toBe('teams');
  });

  it('A6 finds every recipe by its name and by each beginning of it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...shelf), fc.nat({ max: 20 }), (recipe, length) => {
        expect(searchRecipes(recipe.name.slice(0, length), shelf)).toContain(recipe);
      }),
    );
  });

  it('A6 gives only what it was given, each at most once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (query) => {
        const found = searchRecipes(query, shelf);
        expect(new Set(found).size).toBe(found.length);
        expect(found.every((recipe) => shelf.includes(recipe))).toBe(true);
      }),
    );
  });
});

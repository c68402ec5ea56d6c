import type { RecipeManifest } from '../types';

/** Any website. */
export const manifest: RecipeManifest = {
  id: 'website',
  name: 'Any website',
  start: {
    kind: 'address',
    placeholder: 'www.example.org',
    hint: 'The address of the page, as in a browser',
  },
  hosts: [],
  aliases: ['custom', 'web', 'url', 'page', 'link', 'other'],
  category: 'other',
  userAgent: {
    kind: 'chrome',
  },
  popularRank: 14,
};

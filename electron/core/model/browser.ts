import * as z from 'zod/mini';

/** Browsers that Foyer knows how to find, on whichever system. A program is never kept by its path: a backup may be anybody's. */
export const browserSchema = z.enum([
  'firefox',
  'chrome',
  'chromium',
  'edge',
  'brave',
  'vivaldi',
  'opera',
  'librewolf',
  'safari',
]);
export type Browser = z.infer<typeof browserSchema>;
export const browsers: readonly Browser[] = browserSchema.options;

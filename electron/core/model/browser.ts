import * as z from 'zod/mini';

/** Browsers that Foyer knows how to find, on whichever system. A program is never kept by its path: a backup may be anybody's. */
export const browsers = [
  'firefox',
  'chrome',
  'chromium',
  'edge',
  'brave',
  'vivaldi',
  'opera',
  'librewolf',
  'safari',
] as const;
export const browserSchema = z.enum(browsers);
export type Browser = z.infer<typeof browserSchema>;

/** Readers that let through what cannot be content, and nothing else. */

/** One of these words; `other` for whatever else. */
export const oneOf = <T extends string>(
  words: readonly T[],
  value: string | undefined,
): T | 'other' | undefined =>
  value === undefined ? undefined : (words.find((word) => word === value) ?? 'other');

/** The numbers of a version, as in `7.10.2`; what else is written there is left out. */
export const numbersOf = (version: string | undefined): string | undefined =>
  /^v?(\d{1,4}(?:\.\d{1,5}){0,3})/.exec(version ?? '')?.[1];

/** A code of Chromium's or a status of HTTP; `other` for whatever else. */
export const codeOf = (code: string): string =>
  /^ERR_[A-Z_]{2,50}$|^HTTP [1-5]\d\d$/.test(code) ? code : 'other';

/** Whole megabytes. */
export const megabytesOf = (bytes: number | undefined): number | undefined =>
  bytes === undefined ? undefined : Math.round(bytes / 1_000_000);

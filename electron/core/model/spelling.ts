import * as z from 'zod/mini';
import { isLoopbackHost } from '../decide/discovery/to-bases';

/** Most languages that are checked at once. */
export const SPELL_LANGUAGES_MAX = 10;
/** Longest word that can be added, in UTF-16 units; Chromium takes no longer one. */
export const SPELL_WORD_MAX = 99;
/** Most words of the person's own. */
export const SPELL_WORDS_MAX = 1_000;
/** Longest address of a mirror, in UTF-16 units. */
export const MIRROR_MAX = 500;

/** A language as Chromium names it; one that it does not know is passed over. */
const spellLanguageSchema = z.string().check(z.regex(/^[a-z]{2,3}(?:-[A-Z]{2})?$/));

/** What is checked: what the system names, or these languages; none of them: nothing. */
export const spellChoiceSchema = z.union([
  z.literal('system'),
  z.array(spellLanguageSchema).check(z.maxLength(SPELL_LANGUAGES_MAX)),
]);
export type SpellChoice = 'system' | readonly string[];

/** A word that the person says is right. */
export const spellWordSchema = z
  .string()
  .check(z.minLength(1), z.maxLength(SPELL_WORD_MAX), z.regex(/^\S+$/));

export const spellingSchema = z.object({
  languages: spellChoiceSchema,
  /** Where dictionaries come from that the system has not; empty: from nowhere. */
  mirror: z.string().check(
    z.maxLength(MIRROR_MAX),
    z.refine((address) => address === '' || isMirror(address)),
  ),
  words: z.array(spellWordSchema).check(z.maxLength(SPELL_WORDS_MAX)),
});

/** How spelling is checked. */
export interface SpellingSettings {
  readonly languages: SpellChoice;
  readonly mirror: string;
  readonly words: readonly string[];
}

export const defaultSpelling = {
  languages: 'system',
  mirror: '',
  words: [],
} as const satisfies SpellingSettings;

/** What is known of dictionaries while the app runs. */
export interface SpellingState {
  /** Languages whose dictionaries are on this machine. */
  readonly there: readonly string[];
  /** Languages the person reads, the best first, as the system writes them. */
  readonly preferred: readonly string[];
  /** Languages whose dictionaries the mirror did not give. */
  readonly failed: readonly string[];
}

/** True for an address that dictionaries may come from: what comes unencrypted could be anybody's. */
export function isMirror(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, search, hash } = new URL(address);
  if (username !== '' || search !== '' || hash !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname));
}

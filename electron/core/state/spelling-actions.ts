import type { ServiceId } from '../model/service';
import type { SpellChoice } from '../model/spelling';

/** What becomes of spelling. */
export type SpellingAction =
  /** What was looked for on this machine, once it was. */
  | {
      readonly kind: 'dictionaries-found';
      readonly there: readonly string[];
      readonly preferred: readonly string[];
    }
  /** The mirror did not give one. */
  | { readonly kind: 'dictionary-failed'; readonly language: string }
  /** Null: as for all. */
  | {
      readonly kind: 'service-spelling-set';
      readonly serviceId: ServiceId;
      readonly spelling: SpellChoice | null;
    }
  | { readonly kind: 'spell-word-added'; readonly word: string };

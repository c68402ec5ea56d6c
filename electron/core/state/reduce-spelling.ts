import { SPELL_WORDS_MAX, spellWordSchema } from '../model/spelling';
import * as z from 'zod/mini';
import type { AppState } from './app-state';
import { withPersisted, withService, withSession } from './change';
import type { SpellingAction } from './spelling-actions';

/** Applies what becomes of spelling. */
export function reduceSpelling(state: AppState, action: SpellingAction): AppState {
  const { spelling } = state.session;
  switch (action.kind) {
    case 'dictionaries-found':
      return withSession(state, {
        spelling: { there: action.there, preferred: action.preferred, failed: [] },
      });
    case 'dictionary-failed':
      if (spelling.failed.includes(action.language)) return state;
      return withSession(state, {
        spelling: { ...spelling, failed: [...spelling.failed, action.language] },
      });
    case 'service-spelling-set':
      return withService(state, action.serviceId, {
        spelling:
          action.spelling === null || action.spelling === 'system' ? action.spelling : [...action.spelling],
      });
    case 'spell-word-added':
      return withWord(state, action.word);
  }
}

/** The word comes from a page: what is no word, is known or one too many is left out. */
function withWord(state: AppState, word: string): AppState {
  const { settings } = state.persisted;
  const { words } = settings.spelling;
  const isNew = z.safeParse(spellWordSchema, word).success && !words.includes(word);
  if (!isNew || words.length >= SPELL_WORDS_MAX) return state;
  return withPersisted(state, {
    settings: { ...settings, spelling: { ...settings.spelling, words: [...words, word] } },
  });
}

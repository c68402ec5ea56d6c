import { expect, it } from 'vitest';
import { aService, aState } from '../fixtures.test-support';
import { keptSettingsSchema } from '../model/settings';
import { SPELL_WORDS_MAX } from '../model/spelling';
import { reduce } from './reduce';

const words = (...added: readonly string[]) =>
  added.reduce((state, word) => reduce(state, { kind: 'spell-word-added', word }), aState()).persisted
    .settings.spelling.words;

it('B54 a word is kept once, and what is none is not', () => {
  expect(words('Foyer', 'Foyer', '', 'two words', 'x'.repeat(100), 'naïve')).toEqual(['Foyer', 'naïve']);
  const many = Array.from({ length: SPELL_WORDS_MAX + 5 }, (_, index) => `w${index}`);
  expect(words(...many)).toHaveLength(SPELL_WORDS_MAX);
});

it('B53 what the mirror did not give is known until it is looked for anew', () => {
  const failed = reduce(aState(), { kind: 'dictionary-failed', language: 'de' });
  expect(reduce(failed, { kind: 'dictionary-failed', language: 'de' })).toBe(failed);
  expect(failed.session.spelling.failed).toEqual(['de']);
  const found = reduce(failed, { kind: 'dictionaries-found', there: ['fr'], preferred: ['fr'] });
  expect(found.session.spelling).toEqual({ there: ['fr'], preferred: ['fr'], failed: [] });
});

it('B50 a service has a choice of its own', () => {
  const state = reduce(aState([aService('a')]), {
    kind: 'service-spelling-set',
    serviceId: 'a',
    spelling: ['de'],
  });
  expect(state.persisted.services[0]?.spelling).toEqual(['de']);
});

it('B50 settings of before spelling are read', () => {
  const { spelling: _none, ...before } = aState().persisted.settings;
  expect(keptSettingsSchema.parse(before).spelling).toEqual({ languages: 'system', mirror: '', words: [] });
});

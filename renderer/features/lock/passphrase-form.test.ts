import { expect, it } from 'vitest';
import { mistakesIn, type PassphraseForm } from './passphrase-form';

const form = (changes: Partial<PassphraseForm> = {}): PassphraseForm => ({
  task: 'set',
  old: '',
  next: 'long enough',
  again: 'long enough',
  isSure: true,
  ...changes,
});

it.each([
  [form(), {}],
  [form({ isSure: false }), { isSure: true }],
  [form({ next: 'short', again: 'short' }), { next: 'too-short' }],
  [form({ again: 'long enough ' }), { again: true }],
  [form({ task: 'change', isSure: false }), { old: true }],
  [form({ task: 'change', old: 'long enough' }), { next: 'same' }],
  [form({ task: 'change', old: 'another one' }), {}],
  [form({ task: 'remove', next: '', again: '' }), { old: true }],
  [form({ task: 'remove', old: 'long enough', next: '', again: 'x' }), {}],
  [form({ task: 'touchId', next: '', again: '' }), { old: true }],
  [form({ task: 'touchId', old: 'any', next: '', again: '' }), {}],
])('L51 says what is wrong with %o', (given, mistakes) => {
  expect(mistakesIn(given)).toEqual(mistakes);
});

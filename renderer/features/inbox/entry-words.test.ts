import { expect, it } from 'vitest';
import { anEntry } from '../../../e2e/support/inbox-fixtures';
import type { TrailStep } from '../../../electron/core/model/decision';
import { previewOf, toCommonMark, toDecision, toEntryText, toMark } from './entry-words';

const preview = (value: string): readonly TrailStep[] => [
  { step: 'value', field: 'preview', value, from: undefined, decided: false },
];
const bare = { title: '', body: '' };

it('I32 shows the text, else the title unless that is said already', () => {
  expect(toEntryText(anEntry(1))).toEqual({ kind: 'text', text: 'Message 1' });
  expect(toEntryText(anEntry(1, { body: '', title: 'Call missed' }))).toEqual({
    kind: 'text',
    text: 'Call missed',
  });
  expect(toEntryText(anEntry(1, { body: '', title: 'Build', sender: null }))).toEqual({
    kind: 'text',
    text: '',
  });
});

it('I32 tells a text that a rule hides from one that was not kept', () => {
  expect(toEntryText(anEntry(1, { ...bare, trail: preview('sender') })).kind).toBe('hidden');
  expect(toEntryText(anEntry(1, { ...bare, trail: preview('nothing') })).kind).toBe('hidden');
  expect(toEntryText(anEntry(1, { ...bare, trail: preview('full') })).kind).toBe('not-kept');
  expect(toEntryText(anEntry(1, { ...bare, trail: [] })).kind).toBe('not-kept');
  expect(previewOf({ trail: [] })).toBe('full');
});

it('I33 marks what was held or muted, not what was shown or on screen', () => {
  expect(toMark(anEntry(1))).toBeUndefined();
  expect(toMark(anEntry(1, { decision: 'hold', reason: 'focus' }))).toBe('focus');
  expect(toMark(anEntry(1, { decision: 'drop', reason: 'muted' }))).toBe('muted');
  expect(toMark(anEntry(1, { decision: 'drop', reason: 'on-screen' }))).toBeUndefined();
});

it('I33 says a mark once where all have it', () => {
  const held = anEntry(1, { decision: 'hold', reason: 'focus' });
  const muted = anEntry(2, { decision: 'drop', reason: 'muted' });
  expect(toCommonMark([held, held])).toBe('focus');
  expect(toCommonMark([held, muted])).toBeUndefined();
  expect(toCommonMark([held, anEntry(3)])).toBeUndefined();
});

it('I34 tells the decision as it was then, rule and all', () => {
  const from = { scope: { kind: 'everywhere' }, isTemporary: false } as const;
  expect(
    toDecision(anEntry(1, { decision: 'drop', reason: 'muted', from, trail: preview('sender') })),
  ).toEqual({
    kind: 'drop',
    reason: 'muted',
    preview: 'sender',
    from,
  });
});

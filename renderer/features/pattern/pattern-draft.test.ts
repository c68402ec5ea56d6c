import { expect, it } from 'vitest';
import { kinds, toHowText, toPattern, toWanted, wishes } from './pattern-draft';

const suggestion = { name: '#dev', kind: 'public', on: 'title', how: 'contains', text: '#dev' } as const;

it('I43 keeps how a conversation is recognised, under the name and kind the person gave', () => {
  expect(toPattern(suggestion, '  Developers ', 'private')).toEqual({
    on: 'title',
    how: 'contains',
    text: '#dev',
    name: 'Developers',
    kind: 'private',
  });
  expect(toPattern(suggestion, 'x'.repeat(500), 'public').name.length).toBe(120);
});

it('I43 says in words how it is recognised, and what is wanted of it', () => {
  expect(toHowText(suggestion)).toBe('pattern.how.contains');
  expect(toHowText({ on: 'tag', how: 'is' })).toBe('pattern.how.tag');
  expect(wishes.map(({ value }) => toWanted(value))).toEqual([
    { preset: 'nothing' },
    { preset: 'only-me' },
    { preset: 'everything' },
  ]);
  expect(kinds.map(({ value }) => value)).not.toContain('thread');
});

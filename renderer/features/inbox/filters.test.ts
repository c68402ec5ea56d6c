import { expect, it } from 'vitest';
import {
  filterKey,
  hasToggle,
  isEverything,
  toDaySpan,
  toInput,
  upTo,
  withFilter,
  withToggle,
} from './filters';

it.each(['unread', 'held', 'notShown', 'forMe'] as const)('I27 turns %s on and off again', (toggle) => {
  const on = withToggle({ text: 'a' }, toggle);
  expect(hasToggle(on, toggle)).toBe(true);
  expect(isEverything(on)).toBe(false);
  expect(withToggle(on, toggle)).toEqual({ text: 'a' });
});

it('I27 shows what was held as part of what was not shown: one takes the place of the other', () => {
  const held = withToggle({}, 'held');
  const notShown = withToggle(held, 'notShown');
  expect(notShown.decisions).toEqual(['hold', 'drop']);
  expect(hasToggle(notShown, 'held')).toBe(false);
});

it('I27 lets a conversation go with its service', () => {
  const filter = { serviceId: 'a', channelId: 'c', sender: 'Mara' };
  expect(withFilter(filter, { serviceId: 'b' })).toEqual({ serviceId: 'b', sender: 'Mara' });
  expect(withFilter(filter, { serviceId: 'b', channelId: 'd' })).toEqual({
    ...filter,
    serviceId: 'b',
    channelId: 'd',
  });
  expect(withFilter(filter, { channelId: undefined })).toEqual({ serviceId: 'a', sender: 'Mara' });
});

it('I27 names filters by what they ask for', () => {
  expect(filterKey({ text: 'a', isUnread: true })).toBe(
    filterKey({ isUnread: true, text: 'a', sender: undefined }),
  );
  expect(filterKey({ text: '' })).toBe(filterKey({}));
  expect(filterKey({ text: 'a' })).not.toBe(filterKey({ text: 'b' }));
});

it('I28 takes whole local days, whichever is named first', () => {
  const span = { fromMs: new Date(2026, 10, 23).getTime(), toMs: new Date(2026, 10, 26).getTime() };
  expect(toDaySpan('2026-11-23', '2026-11-25')).toEqual(span);
  expect(toDaySpan('2026-11-25', '2026-11-23')).toEqual(span);
  expect(toDaySpan('2026-11-23', '')).toEqual({ fromMs: span.fromMs, toMs: undefined });
});

it('I29 takes in what is shown, and nothing that came after', () => {
  expect(upTo({ text: 'a' }, 500)).toEqual({ text: 'a', toMs: 501 });
  expect(upTo({ toMs: 300 }, 500)).toEqual({ toMs: 300 });
  expect(upTo({ text: 'a' }, undefined)).toEqual({ text: 'a' });
});

it('I27 asks with lists of its own', () => {
  const decisions = ['hold'] as const;
  const input = toInput({ decisions, text: 'a' });
  expect(input).toEqual({ decisions: ['hold'], text: 'a' });
  expect(input.decisions).not.toBe(decisions);
});

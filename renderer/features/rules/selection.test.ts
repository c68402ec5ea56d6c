import { expect, it } from 'vitest';
import { allSelected, extended, isSelected, nothingSelected, selectedCount, toggled } from './selection';

it('H22 chooses rows one by one and no longer', () => {
  const two = toggled(toggled(nothingSelected, 'a'), 'b');
  expect([isSelected(two, 'a'), isSelected(two, 'b'), isSelected(two, 'c')]).toEqual([true, true, false]);
  expect(selectedCount(two, 50)).toBe(2);
  expect(selectedCount(toggled(two, 'a'), 50)).toBe(1);
});

it('H22 chooses all that are found, those not yet on screen too, and leaves some out', () => {
  const allButOne = toggled(allSelected, 'b');
  expect([isSelected(allButOne, 'a'), isSelected(allButOne, 'b')]).toEqual([true, false]);
  expect(selectedCount(allButOne, 20_000)).toBe(19_999);
  expect(selectedCount(toggled(allButOne, 'b'), 20_000)).toBe(20_000);
});

it('H22 chooses a range beside what is chosen', () => {
  expect(selectedCount(extended(toggled(nothingSelected, 'a'), ['a', 'b', 'c']), 50)).toBe(3);
  const all = extended(toggled(toggled(allSelected, 'a'), 'x'), ['a', 'b']);
  expect([isSelected(all, 'a'), isSelected(all, 'x')]).toEqual([true, false]);
});

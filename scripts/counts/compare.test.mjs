import { describe, expect, it } from 'vitest';
import { findWorse, readBudget } from './compare.mjs';

const budget = {
  'app.messages': { was: 3, what: 'messages from page to main for one notification' },
  'app.bytes': { was: 1000, slack: 20, what: 'bytes pushed to the shell' },
  'listener.posts': { was: 1, what: 'posts to main for one message' },
};

describe('findWorse', () => {
  it('is content with what is as it was, or less', () => {
    expect(findWorse(budget, { 'app.messages': 3, 'app.bytes': 1020 }, 'app.')).toEqual([]);
    expect(findWorse(budget, { 'app.messages': 1, 'app.bytes': 0 }, 'app.')).toEqual([]);
  });

  it('says of each that is worse what it was, what it is, and what to do', () => {
    expect(findWorse(budget, { 'app.messages': 5, 'app.bytes': 1021 }, 'app.')).toEqual([
      'app.messages was 3, is 5: messages from page to main for one notification. Find what made it more; if it has to be, write 5 into scripts/counts/budget.json and say why.',
      'app.bytes was 1000, is 1021 (at most 1020): bytes pushed to the shell. Find what made it more; if it has to be, write 1021 into scripts/counts/budget.json and say why.',
    ]);
  });

  it('lets nothing drop out or in unseen', () => {
    expect(findWorse(budget, { 'app.messages': 3, 'app.timers': 2 }, 'app.')).toEqual([
      'app.bytes was 1000, and is not counted any more: bytes pushed to the shell.',
      'app.timers is 2, and scripts/counts/budget.json does not know it.',
    ]);
  });
});

it('the budget names each count with a number and what it is', async () => {
  const all = Object.entries(await readBudget());
  expect(all.length).toBeGreaterThan(10);
  for (const [id, { was, what }] of all) {
    expect(id).toMatch(/^(?:app|listener)\.[a-zA-Z.]+$/);
    expect(was).toBeGreaterThanOrEqual(0);
    expect(what.length).toBeGreaterThan(10);
  }
});

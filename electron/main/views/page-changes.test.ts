import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { timers } from '../timers';
import { watchPageChanges, type ChangingPage } from './page-changes';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp() {
  const page = new EventEmitter();
  const told: string[] = [];
  const refuse = vi.fn();
  const { stop } = watchPageChanges(page as unknown as ChangingPage, {
    ...timers,
    onTitle: (title) => told.push(title),
    onStep: () => told.push('step'),
    refuse,
  });
  return {
    told,
    refuse,
    stop,
    page,
    says: (title: string) => page.emit('page-title-updated', {}, title, true),
  };
}

it('W61 a storm of titles is ten a second, and ends with the last one', () => {
  const { told, refuse, says } = setUp();
  for (let index = 0; index < 2000; index += 1) says(`${index}`);
  expect(told).toEqual(['0']);
  vi.advanceTimersByTime(100);
  expect(told).toEqual(['0', '1999']);
  expect(refuse).toHaveBeenCalledTimes(1950);
  vi.advanceTimersByTime(1000);
  says('later');
  expect(told.at(-1)).toBe('later');
});

it('W61 a title of the document before is not told of the next one', () => {
  const { told, says, page } = setUp();
  says('a');
  says('b');
  page.emit('did-navigate');
  says('c');
  vi.advanceTimersByTime(1000);
  expect(told).toEqual(['a', 'c']);
});

it('W61 so are steps within a document; frames take none', () => {
  const { told, page, stop } = setUp();
  for (let index = 0; index < 500; index += 1) page.emit('did-navigate-in-page', {}, '', true);
  page.emit('did-navigate-in-page', {}, '', false);
  vi.advanceTimersByTime(100);
  expect(told).toEqual(['step', 'step']);
  page.emit('did-navigate-in-page', {}, '', true);
  stop();
  vi.advanceTimersByTime(1000);
  expect(told).toHaveLength(2);
});

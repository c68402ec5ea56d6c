import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { createTestClock } from '../test-clock.test-support';
import { closeUnlessUnsaved } from './unsaved';

class Page extends EventEmitter {
  readonly closings: boolean[] = [];
  isGone = false;
  constructor(readonly answer: 'destroyed' | 'will-prevent-unload' | undefined) {
    super();
  }
  readonly isDestroyed = (): boolean => this.isGone;
  readonly close = ({ waitForBeforeUnload }: { readonly waitForBeforeUnload: boolean }): void => {
    this.closings.push(waitForBeforeUnload);
    this.isGone = this.answer === 'destroyed' || !waitForBeforeUnload;
    if (this.answer !== undefined) queueMicrotask(() => this.emit(this.answer ?? ''));
  };
}

it.each([
  ['closes', 'destroyed', true],
  ['keeps', 'will-prevent-unload', false],
] as const)('Z26 asks the page itself and %s it', async (_, answer, isClosed) => {
  const clock = createTestClock();
  const page = new Page(answer);
  expect(await closeUnlessUnsaved(page, clock.after)).toBe(isClosed);
  expect(page.closings).toEqual([true]);
  expect([clock.waiting(), page.eventNames()]).toEqual([0, []]);
});

it('Z26 a page that does not answer has nothing to keep', async () => {
  const clock = createTestClock();
  const page = new Page(undefined);
  const closed = closeUnlessUnsaved(page, clock.after);
  clock.pass(5_000);
  expect(await closed).toBe(true);
  expect(page.closings).toEqual([true, false]);
});

it('Z26 a page that is gone already is closed', async () => {
  const page = new Page('destroyed');
  page.isGone = true;
  expect(await closeUnlessUnsaved(page, createTestClock().after)).toBe(true);
  expect(page.closings).toEqual([]);
});

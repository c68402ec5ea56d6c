import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { createTestClock } from '../test-clock.test-support';
import { closeUnlessUnsaved, reloadUnlessUnsaved } from './unsaved';

type Answer = 'destroyed' | 'did-start-navigation' | 'will-prevent-unload' | undefined;

/** A page that, as Electron's do, stays only where nobody prevents that. */
class Page extends EventEmitter {
  readonly asked: string[] = [];
  isGone = false;
  constructor(readonly answer: Answer) {
    super();
    this.on('will-prevent-unload', this.leaveAllTheSame);
  }
  readonly leaveAllTheSame = (): void => void this.asked.push('left all the same');
  readonly isDestroyed = (): boolean => this.isGone;
  readonly close = ({ waitForBeforeUnload }: { readonly waitForBeforeUnload: boolean }): void => {
    this.asked.push(waitForBeforeUnload ? 'ask' : 'close');
    this.isGone = this.answer === 'destroyed' || !waitForBeforeUnload;
    this.reply();
  };
  readonly reload = (): void => {
    this.asked.push('reload');
    this.reply();
  };
  reply(): void {
    if (this.answer !== undefined) queueMicrotask(() => this.emit(this.answer ?? ''));
  }
}

it.each([
  ['closes', closeUnlessUnsaved, 'destroyed', true],
  ['keeps', closeUnlessUnsaved, 'will-prevent-unload', false],
  ['loads anew', reloadUnlessUnsaved, 'did-start-navigation', true],
  ['keeps as it is', reloadUnlessUnsaved, 'will-prevent-unload', false],
] as const)('Z26 asks the page itself and %s it', async (_, leave, answer, isLeaving) => {
  const clock = createTestClock();
  const page = new Page(answer);
  expect(await leave(page, clock.after)).toBe(isLeaving);
  expect(page.asked).toHaveLength(1);
  expect(clock.waiting()).toBe(0);
  // At any other time a page that wants to stay is left all the same.
  expect(page.eventNames()).toEqual(['will-prevent-unload']);
  expect(page.listeners('will-prevent-unload')).toEqual([page.leaveAllTheSame]);
});

it('Z26 a page that does not answer has nothing to keep', async () => {
  const clock = createTestClock();
  const page = new Page(undefined);
  const closed = closeUnlessUnsaved(page, clock.after);
  clock.pass(5_000);
  expect(await closed).toBe(true);
  expect(page.asked).toEqual(['ask', 'close']);
});

it('Z26 a page that is gone already is closed', async () => {
  const page = new Page('destroyed');
  page.isGone = true;
  expect(await closeUnlessUnsaved(page, createTestClock().after)).toBe(true);
  expect(page.asked).toEqual([]);
});

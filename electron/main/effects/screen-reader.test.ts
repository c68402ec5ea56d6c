import { expect, it } from 'vitest';
import type { BusAnswer, BusWatcher } from '../session-bus/bus';
import { startScreenReader } from './screen-reader';

const settled = (): Promise<void> => new Promise(setImmediate);
const STATUS = 'org.a11y.Status';

/** A bus on which the status is as said, and what was made of it. */
function setUp(answer: BusAnswer | undefined) {
  const support: boolean[] = [];
  const watchers: BusWatcher[] = [];
  const stop = startScreenReader({
    bus: {
      call: () => (answer === undefined ? new Promise(() => undefined) : Promise.resolve(answer)),
      watch: (_, watcher) => {
        watchers.push(watcher);
        return () => void watchers.splice(0);
      },
    },
    setSupport: (isOn) => support.push(isOn),
  });
  return {
    support,
    stop,
    own: async (owner: string | undefined): Promise<void> => {
      watchers[0]?.onOwner(owner);
      await settled();
    },
    signal: (...body: readonly unknown[]): void => watchers[0]?.onSignal?.('PropertiesChanged', body),
  };
}

it('X7 is there for a screen reader that runs, and for one that comes later and goes', async () => {
  const running = setUp({ kind: 'reply', body: [true] });
  await running.own(':1.1');
  expect(running.support).toEqual([true]);
  const later = setUp({ kind: 'reply', body: [false] });
  await later.own(':1.1');
  later.signal(STATUS, { IsEnabled: true }, []);
  expect(later.support).toEqual([]);
  later.signal(STATUS, { ScreenReaderEnabled: true }, []);
  later.signal(STATUS, { ScreenReaderEnabled: true }, []);
  await later.own(undefined);
  expect(later.support).toEqual([true, false]);
});

it('X7 does nothing where nobody says so', async () => {
  const failed = setUp({ kind: 'failed', reason: 'no such thing' });
  await failed.own(':1.1');
  failed.signal('org.other', { ScreenReaderEnabled: true }, []);
  expect(failed.support).toEqual([]);
  startScreenReader({ bus: undefined, setSupport: (isOn) => failed.support.push(isOn) })();
  expect(failed.support).toEqual([]);
});

it('X7 takes what was said while it asked', async () => {
  const slow = setUp(undefined);
  await slow.own(':1.1');
  slow.signal(STATUS, { ScreenReaderEnabled: true }, []);
  expect(slow.support).toEqual([true]);
});

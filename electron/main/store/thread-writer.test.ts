import { expect, it } from 'vitest';
import { createTestClock } from '../test-clock.test-support';
import { createThreadWriter, type FromWriter, type ToWriter } from './thread-writer';

/** Threads that answer when the test says so. */
function threads() {
  const started: {
    readonly told: ToWriter[];
    answer?: (from: FromWriter) => void;
    end?: () => void;
    isEnded?: boolean;
  }[] = [];
  const clock = createTestClock(0);
  const writer = createThreadWriter(() => {
    const thread: (typeof started)[number] = { told: [] };
    started.push(thread);
    return {
      post: (message) => void thread.told.push(message),
      onMessage: (listener) => void (thread.answer = listener),
      onExit: (listener) => void (thread.end = listener),
      kill: () => {
        thread.isEnded = true;
        thread.end?.();
      },
    };
  }, clock.after);
  return { started, writer, clock };
}

it('K8 a write ends when the thread says that it is on the disk, or why not', async () => {
  const { started, writer } = threads();
  expect(started).toHaveLength(0);
  const first = writer.write('backup', { version: 1 });
  const second = writer.write('main', { version: 2 });
  const [thread] = started;
  expect(thread?.told).toEqual([
    { id: 1, role: 'backup', value: { version: 1 } },
    { id: 2, role: 'main', value: { version: 2 } },
  ]);
  thread?.answer?.({ id: 2, refused: 'ENOSPC' });
  thread?.answer?.({ id: 1 });
  await expect(first).resolves.toBeUndefined();
  await expect(second).rejects.toThrow('ENOSPC');
  expect(started).toHaveLength(1);
});

it('K10 what a thread did not write before it ended is refused, and the next write has another', async () => {
  const { started, writer } = threads();
  const lost = writer.write('main', { version: 1 });
  started[0]?.end?.();
  await expect(lost).rejects.toThrow('the writer has ended');
  const again = writer.write('main', { version: 2 });
  started[1]?.answer?.({ id: 2 });
  await expect(again).resolves.toBeUndefined();
});

it('K8 a thread with nothing to do ends, and takes nothing with it; what is written next has another', async () => {
  const { started, writer, clock } = threads();
  const first = writer.write('main', { version: 1 });
  clock.pass(60_000);
  expect(started[0]?.isEnded).toBeUndefined();
  started[0]?.answer?.({ id: 1 });
  await first;
  clock.pass(2_900);
  const second = writer.write('main', { version: 2 });
  clock.pass(60_000);
  expect(started.map(({ isEnded }) => isEnded)).toEqual([undefined]);
  started[0]?.answer?.({ id: 2 });
  await second;
  clock.pass(3_000);
  expect(started.map(({ isEnded }) => isEnded)).toEqual([true]);
  const third = writer.write('main', { version: 3 });
  started[0]?.end?.();
  started[1]?.answer?.({ id: 3 });
  await expect(third).resolves.toBeUndefined();
  expect(started).toHaveLength(2);
});

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { aProjection, aService } from '../../../e2e/support/shell-fixtures';
import { createShellStore } from '../../store/shell-store';
import { GATHER_MS, SILENCE_MS, startAnnouncing } from './start-announcing';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A store with two chats, what is said of them, and the way to let messages come. */
function start() {
  const store = createShellStore();
  const said: string[] = [];
  const direct: Record<string, number> = { a: 0, b: 0 };
  const show = (): void =>
    store.setState({
      projection: aProjection({
        activeServiceId: null,
        services: ['a', 'b'].map((id) =>
          aService(id, { name: id, unread: { direct: direct[id] ?? 0, indirect: false } }),
        ),
      }),
    });
  show();
  const stop = startAnnouncing(store, {
    tellNews: ({ news }) => said.push(news.map(({ name, count }) => `${name} ${count}`).join(', ')),
    tellResults: (results) => said.push(...results.map(({ kind }) => kind)),
  });
  const come = (id: string, count = 1): void => {
    direct[id] = (direct[id] ?? 0) + count;
    show();
  };
  return { store, said, come, stop };
}

it('X3 gathers what comes in one go', () => {
  const { said, come } = start();
  come('a');
  come('b');
  come('a');
  vi.advanceTimersByTime(GATHER_MS - 1);
  expect(said).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(said).toEqual(['a 2, b 1']);
});

it('X3 is silent for a while after news, then says how things are', () => {
  const { said, come } = start();
  come('a');
  vi.advanceTimersByTime(GATHER_MS);
  for (let second = 0; second < 14; second += 1) {
    come('a');
    come('b');
    vi.advanceTimersByTime(1000);
  }
  expect(said).toEqual(['a 1']);
  vi.advanceTimersByTime(SILENCE_MS - 14_000);
  expect(said).toEqual(['a 1', 'a 15, b 14']);
  vi.advanceTimersByTime(10 * SILENCE_MS);
  expect(said).toHaveLength(2);
});

it('X3 says nothing of what was read meanwhile, and then waits for nothing', () => {
  const { said, come } = start();
  come('a');
  come('a', -1);
  vi.advanceTimersByTime(GATHER_MS);
  expect(said).toEqual([]);
  come('b');
  vi.advanceTimersByTime(GATHER_MS);
  expect(said).toEqual(['b 1']);
});

it('X4 says at once what came of an action', () => {
  const { store, said } = start();
  const { projection } = store.getState();
  if (projection === undefined) throw new Error('nothing is shown');
  store.setState({
    projection: { ...projection, notices: [{ kind: 'link-refused', id: 'l', scheme: 'steam' }] },
  });
  expect(said).toEqual(['notice']);
});

it('X3 says nothing more once it has ended', () => {
  const { said, come, stop } = start();
  come('a');
  stop();
  come('b');
  vi.advanceTimersByTime(SILENCE_MS);
  expect(said).toEqual([]);
});

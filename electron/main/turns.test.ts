import { describe, expect, it } from 'vitest';
import { createTurns, TURN_MS } from './turns';

function setUp() {
  const clock = { nowMs: 0 };
  const due: (() => void)[] = [];
  const done: string[] = [];
  const turns = createTurns({ monotonicMs: () => clock.nowMs, later: (run) => void due.push(run) });
  const take = (name: string, tookMs: number, whose = 'a') =>
    turns.take(whose, () => {
      clock.nowMs += tookMs;
      done.push(name);
    });
  const next = () => due.splice(0).forEach((run) => run());
  return { turns, take, next, done, due };
}

describe('turns', () => {
  it('W120 what is short is done at once', () => {
    const { take, done } = setUp();
    take('a', 1);
    take('b', 1);
    expect(done).toEqual(['a', 'b']);
  });

  it('W120 what is more than a turn has time for waits for the next ones, in its order', () => {
    const { take, next, done, due } = setUp();
    for (const name of ['a', 'b', 'c', 'd', 'e']) take(name, TURN_MS / 2);
    expect(done).toEqual(['a', 'b']);
    next();
    expect(done).toEqual(['a', 'b', 'c', 'd']);
    take('f', 1);
    expect(done).toHaveLength(4);
    next();
    expect(done).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    next();
    next();
    expect(due).toEqual([]);
  });

  it('W120 whoever says little is heard before those who say much are done', () => {
    const { take, next, done } = setUp();
    for (const name of ['a1', 'a2', 'a3', 'a4', 'a5']) take(name, TURN_MS);
    take('b1', 1, 'b');
    take('c1', 1, 'c');
    take('b2', 1, 'b');
    expect(done).toEqual(['a1']);
    next();
    expect(done).toEqual(['a1', 'a2']);
    next();
    expect(done).toEqual(['a1', 'a2', 'b1', 'c1', 'a3']);
    next();
    expect(done).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4']);
  });

  it('W120 what throws keeps nothing else from its turn', () => {
    const { turns, take, next, done } = setUp();
    take('a', TURN_MS);
    turns.take('a', () => {
      throw new Error('odd');
    });
    take('b', 1);
    expect(next).toThrow('odd');
    next();
    expect(done).toEqual(['a', 'b']);
  });
});

import { describe, expect, it } from 'vitest';
import { createTestPerson } from '../person.test-support';
import { createTestClock } from '../test-clock.test-support';
import { startPresence } from './presence';

function setUp() {
  const clock = createTestClock(0);
  const idle = { ms: 0 };
  const said: string[] = [];
  const person = createTestPerson(() => idle.ms);
  const stop = startPresence({
    ...clock,
    ...person.port,
    came: (atMs) => said.push(`came ${atMs / 60_000}`),
    left: (atMs) => said.push(`left ${atMs / 60_000}`),
  });
  /** Lets minutes pass in which nobody touches the machine. */
  const idleMinutes = (minutes: number): void => {
    for (let minute = 0; minute < minutes; minute += 1) {
      idle.ms += 60_000;
      clock.pass(60_000);
    }
  };
  return { clock, idle, said, happen: person.happen, stop, idleMinutes };
}

describe('startPresence', () => {
  it('I55 comes at the start and goes at the end', () => {
    const { clock, said, stop } = setUp();
    clock.pass(120_000);
    stop();
    expect(said).toEqual(['came 0', 'left 2']);
    expect(clock.waiting()).toBe(0);
  });

  it('I55 goes with lock and sleep, once, and comes with the way back', () => {
    const { clock, said, happen } = setUp();
    happen('unlock-screen');
    clock.pass(60_000);
    happen('lock-screen', 'suspend');
    happen('resume');
    clock.pass(30_000);
    happen('unlock-screen');
    expect(said).toEqual(['came 0', 'left 1', 'came 1.5']);
  });

  it('I55 goes after ten minutes without a touch, as of the last one, and comes with the next', () => {
    const { clock, idle, said, idleMinutes } = setUp();
    idleMinutes(9);
    expect(said).toEqual(['came 0']);
    idleMinutes(1);
    expect(said).toEqual(['came 0', 'left 0']);
    idleMinutes(5);
    idle.ms = 30_000;
    clock.pass(60_000);
    expect(said).toEqual(['came 0', 'left 0', 'came 15.5']);
  });
});

import { expect, it } from 'vitest';
import type { PowerEvent } from './person';
import { createTestPerson } from './person.test-support';

function setUp() {
  const { port, happen, listening } = createTestPerson();
  const said: string[] = [];
  const stops = [
    port.onGone(() => said.push('gone')),
    port.onBack(() => said.push('back')),
    port.onUnlockOrWake(() => said.push('look')),
  ];
  const heard = (...events: readonly PowerEvent[]): string[] => {
    happen(...events);
    return said.splice(0);
  };
  return { heard, stop: () => stops.forEach((stop) => stop()), listening };
}

it('C23 a machine that wakes with its screen locked has nobody at it', () => {
  const { heard } = setUp();
  expect(heard('lock-screen', 'suspend')).toEqual(['gone', 'gone']);
  expect(heard('resume')).not.toContain('back');
  expect(heard('unlock-screen')).toContain('back');
});

it('C23 one that wakes without a lock has, and nothing is heard any more in the end', () => {
  const { heard, stop, listening } = setUp();
  expect(heard('suspend', 'resume')).toEqual(['gone', 'back', 'look']);
  expect(heard('lock-screen', 'unlock-screen')).toEqual(['gone', 'back', 'look']);
  stop();
  expect(listening()).toBe(0);
});

it('L53 timers are looked at on each waking, also with the screen locked', () => {
  const { heard } = setUp();
  heard('lock-screen', 'suspend');
  expect(heard('resume')).toEqual(['look']);
});

import { expect, it } from 'vitest';
import { createPerson, type PowerEvent } from './person';

/** A machine whose events the test makes. */
function machine() {
  const listeners = new Map<() => void, readonly PowerEvent[]>();
  const person = createPerson(
    (events, listener) => {
      const heard = (): void => listener();
      listeners.set(heard, events);
      return () => void listeners.delete(heard);
    },
    () => 0,
  );
  const said: string[] = [];
  const stops = [person.onGone(() => said.push('gone')), person.onBack(() => said.push('back'))];
  const happen = (...events: readonly PowerEvent[]): string[] => {
    for (const event of events)
      for (const [listener, wanted] of listeners) if (wanted.includes(event)) listener();
    return said.splice(0);
  };
  return { happen, stop: () => stops.forEach((stop) => stop()), listeners };
}

it('C23 a machine that wakes with its screen locked has nobody at it', () => {
  const { happen } = machine();
  expect(happen('lock-screen', 'suspend')).toEqual(['gone', 'gone']);
  expect(happen('resume')).toEqual([]);
  expect(happen('unlock-screen')).toEqual(['back']);
});

it('C23 one that wakes without a lock has, and nothing is heard any more in the end', () => {
  const { happen, stop, listeners } = machine();
  expect(happen('suspend', 'resume')).toEqual(['gone', 'back']);
  expect(happen('lock-screen', 'unlock-screen')).toEqual(['gone', 'back']);
  stop();
  expect(listeners.size).toBe(0);
});

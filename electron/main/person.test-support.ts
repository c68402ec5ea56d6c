import { createPerson, type Person, type PowerEvent } from './person';

interface TestPerson {
  /** What an effect takes for the machine's word. */
  readonly port: Person;
  /** Lets the machine tell of these, one after the other. */
  readonly happen: (...events: readonly PowerEvent[]) => void;
  /** How many listen. */
  readonly listening: () => number;
}

/** Gives a person as the app makes one, at a machine that tells what the test says. */
export function createTestPerson(idleMs: () => number = () => 0): TestPerson {
  const listeners = new Set<{ readonly events: readonly PowerEvent[]; readonly heard: () => void }>();
  const port = createPerson((events, heard) => {
    const listener = { events, heard };
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, idleMs);
  return {
    port,
    happen: (...events) => {
      for (const event of events)
        for (const { events: wanted, heard } of listeners) if (wanted.includes(event)) heard();
    },
    listening: () => listeners.size,
  };
}

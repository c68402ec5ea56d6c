import { expect, it } from 'vitest';
import { listen } from '../../recipes/rocketchat/listener';
import type { FakePort } from '../../recipes/listening.test-support';
import { fakePort, start } from '../../recipes/rocketchat/listener.test-support';
import { createTestClock } from '../test-clock.test-support';
import { createHub } from './hub';
import { wireOver } from './hub.test-support';
import type { FromListeners } from './protocol';

const SERVICES = 5;
const MINUTES = 60;
const MINUTE_MS = 60_000;

it('J5 an hour of cuts, pauses and talk leaves no timer and no wire behind', async () => {
  const clock = createTestClock(1_000_000);
  const wires = new Map<string, FakePort>();
  const posted: FromListeners[] = [];
  const wireCounts = { opened: 0, closed: 0 };
  const hub = createHub({
    ...clock,
    random: () => 0.5,
    listenerOf: () => Promise.resolve(listen),
    openWire: (serviceId) => {
      const fake = fakePort();
      wires.set(serviceId, fake);
      wireCounts.opened += 1;
      return wireOver(fake, clock.nowMs, () => {
        wireCounts.closed += 1;
      });
    },
    within: (_onThrown, work) => work(),
    post: (message) => posted.push(message),
  });
  /** Lets time pass in small steps, and what is promised come in between; servers say something all the while. */
  const pass = async (ms: number): Promise<void> => {
    for (let passed = 0; passed < ms; passed += 5_000) {
      clock.pass(5_000);
      for (const fake of wires.values()) fake.say('{"msg":"ping"}');
      await new Promise((resolve) => void setImmediate(resolve));
    }
  };
  const ids = Array.from({ length: SERVICES }, (_, index) => `service-${index}`);
  const listenAll = () =>
    ids.forEach((serviceId) =>
      hub.receive({ kind: 'listen', serviceId, turn: 1, recipeId: 'rocketchat', ...start }),
    );
  const lastStates = (): readonly (string | undefined)[] =>
    ids.map((id) => {
      const of = posted.filter((one) => one.kind === 'state' && one.serviceId === id);
      const last = of.at(-1);
      return last?.kind === 'state' ? last.state : undefined;
    });
  const open = (): number => wireCounts.opened - wireCounts.closed;

  listenAll();
  await pass(MINUTE_MS);
  const timers = clock.waiting();
  expect([lastStates(), open()]).toEqual([ids.map(() => 'live'), SERVICES]);

  for (let minute = 0; minute < MINUTES; minute += 1) {
    if (minute % 10 === 3) hub.receive({ kind: 'pause' });
    if (minute % 10 === 4) hub.receive({ kind: 'hurry' });
    if (minute % 10 === 5) hub.receive({ kind: 'renew' });
    if (minute % 10 === 6) listenAll();
    for (const fake of wires.values()) fake.close();
    await pass(MINUTE_MS);
  }
  await pass(10 * MINUTE_MS);
  expect(wireCounts.opened).toBeGreaterThan(SERVICES * (MINUTES - 10));
  expect([lastStates(), open(), clock.waiting()]).toEqual([ids.map(() => 'live'), SERVICES, timers]);

  for (const serviceId of ids) hub.receive({ kind: 'unlisten', serviceId });
  expect([open(), clock.waiting()]).toEqual([0, 0]);
});

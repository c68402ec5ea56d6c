import { describe, expect, it } from 'vitest';
import { aChannel, aService, aState } from '../../core/fixtures.test-support';
import { createAppStore } from '../store/app-store';
import { createTestPerson } from '../person.test-support';
import { createTestClock } from '../test-clock.test-support';
import { startPresenceTeller } from './presence-teller';

function setUp() {
  const store = createAppStore(aState([aService('a'), aService('b')]), (error) => {
    throw error;
  });
  const clock = createTestClock(0);
  const idle = { ms: 0 };
  const said: string[] = [];
  const person = createTestPerson(() => idle.ms);
  const stop = startPresenceTeller(store, {
    ...clock,
    ...person.port,
    tell: (serviceId, { idleS, isGone }) => said.push(`${serviceId} ${isGone ? 'gone' : idleS}`),
  });
  const speak = (serviceId: string): void =>
    store.dispatch({ kind: 'channels-reported', serviceId, channels: [aChannel('x')], abilities: abilities });
  /** What was said since it was last asked. */
  const news = (): string[] => said.splice(0);
  return { store, clock, idle, happen: person.happen, stop, speak, news };
}

const abilities = { canOpen: true, canMarkRead: true, mutes: [], ownNames: [] };

describe('startPresenceTeller', () => {
  it('C23 tells a service once its adapter speaks, and each of them once a minute', () => {
    const { clock, idle, speak, news } = setUp();
    clock.pass(300_000);
    expect(news()).toEqual([]);
    idle.ms = 4_900;
    speak('a');
    expect(news()).toEqual(['a 4']);
    speak('a');
    expect(news()).toEqual([]);
    speak('b');
    expect(news()).toEqual(['a 4', 'b 4']);
    idle.ms = 64_000;
    clock.pass(60_000);
    expect(news()).toEqual(['a 64', 'b 64']);
  });

  it('C23 tells at once of lock, sleep and their ends', () => {
    const { happen, idle, speak, news } = setUp();
    happen('lock-screen');
    speak('a');
    expect(news()).toEqual(['a gone']);
    idle.ms = 2_000;
    happen('unlock-screen');
    expect(news()).toEqual(['a 2']);
  });

  it('C23 tells nobody of a page that is gone, and leaves no timer behind', () => {
    const { store, clock, stop, speak, news } = setUp();
    speak('a');
    store.dispatch({ kind: 'view-document-replaced', serviceId: 'a' });
    news();
    clock.pass(120_000);
    expect(news()).toEqual([]);
    expect(clock.waiting()).toBe(0);
    speak('a');
    expect(clock.waiting()).toBe(1);
    stop();
    expect(clock.waiting()).toBe(0);
  });

  it('C24 tells nothing where the person wants that, and leaves nobody away', () => {
    const { store, clock, happen, speak, news } = setUp();
    const want = (tellPresence: boolean) =>
      store.dispatch({ kind: 'settings-changed', settings: { tellPresence } });
    speak('a');
    happen('lock-screen');
    news();
    want(false);
    expect(news()).toEqual(['a 0']);
    happen('unlock-screen');
    clock.pass(120_000);
    expect(news()).toEqual([]);
    want(true);
    expect(news()).toEqual(['a 0']);
  });
});

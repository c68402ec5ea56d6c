import { expect, it } from 'vitest';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import { aService } from '../../../e2e/support/shell-fixtures';
import { toSleepOffer } from './sleep-state';

const behind = { page: 'service', activeServiceId: 'other' } as const;
const asleep = { kind: 'asleep', sinceMs: 0 } as const;

it.each<[string, Partial<ServiceProjection>, string | undefined]>([
  ['one behind', {}, 'sleep'],
  ['one that sleeps', { load: asleep }, 'wake'],
  ['one that is only looked at', { isLookedAt: true }, 'wake'],
  ['one that was told to', { isSleepAsked: true }, 'stay-awake'],
  ['one in which something goes on', { busy: ['upload'] }, 'busy'],
  ['one that is always to be awake', { sleepMode: 'awake', busy: ['upload'] }, 'never'],
  ['one that is off', { enabled: false, load: asleep }, undefined],
])('Z61 what is offered for %s', (_, changes, kind) => {
  expect(toSleepOffer(aService('a', changes), behind)?.kind).toBe(kind);
});

it('Z61 the one on the screen sleeps once it is left; behind the settings, at once', () => {
  expect(toSleepOffer(aService('a'), { page: 'service', activeServiceId: 'a' })?.kind).toBe('sleep-later');
  expect(toSleepOffer(aService('a'), { page: 'settings', activeServiceId: 'a' })?.kind).toBe('sleep');
});

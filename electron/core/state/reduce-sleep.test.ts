import { expect, it } from 'vitest';
import { aService, aState } from '../fixtures.test-support';
import type { Action } from './actions';
import { reduce } from './reduce';
import type { BusyReason } from '../model/sleep';

const start = aState([aService('a'), aService('b')]);
const after = (...actions: readonly Action[]) => actions.reduce(reduce, start);
const busy = (reason: BusyReason, isOn = true): Action => ({
  kind: 'busy-changed',
  serviceId: 'a',
  reason,
  isOn,
});

it('Z20 a service is busy for each reason once, in one order, until that one is over', () => {
  const both = after(busy('unsaved'), busy('upload'), busy('unsaved'));
  expect(both.session.services['a']?.busy).toEqual(['upload', 'unsaved']);
  expect(both.session.services['b']?.busy).toEqual([]);
  expect(reduce(both, busy('upload'))).toBe(both);
  expect(reduce(both, busy('upload', false)).session.services['a']?.busy).toEqual(['unsaved']);
});

it.each<[string, Action]>([
  ['closed', { kind: 'view-closed', serviceId: 'a' }],
  ['replaced', { kind: 'view-document-replaced', serviceId: 'a' }],
  ['gone by a crash', { kind: 'view-crashed', serviceId: 'a', reason: 'oom', nowMs: 1, jitter: 0 }],
])('Z20 nothing is busy in a page that is %s', (_, gone) => {
  expect(after(busy('draft'), busy('media'), gone).session.services['a']?.busy).toEqual([]);
});

it('Z20 what is busy in a service that is not there is not heard', () => {
  expect(reduce(start, { kind: 'busy-changed', serviceId: 'gone', reason: 'draft', isOn: true })).toBe(start);
});

it('Z30 what was sampled last is known with its time', () => {
  const sampled = {
    bytesByService: { a: 50_000_000 },
    machineBytes: 8e9,
    isPressed: true,
    isOnBattery: false,
  };
  const state = after({ kind: 'resources-sampled', nowMs: 7, ...sampled });
  expect(state.session.resources).toEqual({ ...sampled, sampledAtMs: 7 });
});

it('Z40 a service has the still picture of a number, or none', () => {
  const taken = after({ kind: 'still-changed', serviceId: 'a', version: 3 });
  expect(taken.session.services['a']?.stillVersion).toBe(3);
  const dropped = reduce(taken, { kind: 'still-changed', serviceId: 'a', version: 0 });
  expect(dropped.session.services['a']?.stillVersion).toBe(0);
});

it('Z11 a look is known as one from when it was asked for until its page sleeps again or is looked at', () => {
  const asleep = after({ kind: 'view-closed', serviceId: 'a', asleepAtMs: 5 });
  expect(asleep.session.services['a']).toMatchObject({
    load: { kind: 'asleep', sinceMs: 5 },
    checkedAtMs: 5,
  });
  const looked = reduce(asleep, { kind: 'wake-requested', serviceId: 'a', why: 'check', nowMs: 9 });
  expect(looked.session.services['a']).toMatchObject({ load: { kind: 'waiting' }, checkingSinceMs: 9 });
  const checked = reduce(looked, { kind: 'service-checked', serviceId: 'a' });
  expect(checked.session.services['a']?.isChecked).toBe(true);
  const seen = reduce(checked, { kind: 'service-seen', serviceId: 'a' });
  expect(seen.session.services['a']).toMatchObject({ checkingSinceMs: undefined, isChecked: false });
  const again = reduce(checked, { kind: 'view-closed', serviceId: 'a', asleepAtMs: 20 });
  expect(again.session.services['a']).toMatchObject({ checkingSinceMs: undefined, checkedAtMs: 20 });
});

it('Z11 one that is awake is not woken', () => {
  const up = after({ kind: 'view-load-started', serviceId: 'a' });
  expect(reduce(up, { kind: 'wake-requested', serviceId: 'a', why: 'check', nowMs: 9 })).toBe(up);
});

const asleep = (serviceId: string): Action => ({ kind: 'view-closed', serviceId, asleepAtMs: 5 });
const loadOf = (state: ReturnType<typeof after>, id: string) => state.session.services[id]?.load.kind;

it('Z62 all others are told to sleep: not the one that is up, nor what is off, asleep or always awake', () => {
  const services = [
    aService('up'),
    aService('other'),
    aService('kept', { sleepMode: 'awake' }),
    aService('off', { enabled: false }),
    aService('asleep'),
  ];
  const state = [asleep('asleep'), { kind: 'others-sleep-requested' } as const].reduce(
    reduce,
    aState(services, { activeServiceId: 'up' }),
  );
  const asked = services.filter(({ id }) => state.session.services[id]?.isSleepAsked === true);
  expect(asked.map(({ id }) => id)).toEqual(['other']);
});

it('Z62 all that sleep are woken, and wait for their pages', () => {
  const state = after(asleep('a'), { kind: 'all-wake-requested' });
  expect([loadOf(state, 'a'), loadOf(after(asleep('a')), 'a')]).toEqual(['waiting', 'asleep']);
  expect(reduce(start, { kind: 'all-wake-requested' })).toBe(start);
});

it('Z62 what was meant for a service is over when it is to stay, or could not sleep', () => {
  const asked = after(
    { kind: 'view-loaded', serviceId: 'a' },
    { kind: 'sleep-requested', serviceId: 'a' },
    { kind: 'doze-begun', serviceId: 'a' },
  );
  const over = { isSleepAsked: false, isDozing: false };
  const kept = reduce(asked, { kind: 'wake-requested', serviceId: 'a', why: 'wanted', nowMs: 9 });
  expect(kept.session.services['a']).toMatchObject({ load: { kind: 'ready' }, ...over });
  expect(reduce(asked, { kind: 'doze-ended', serviceId: 'a' }).session.services['a']).toMatchObject(over);
});

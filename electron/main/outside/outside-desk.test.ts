import { describe, expect, it } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import type { Action } from '../../core/state/actions';
import type { Vendor } from '../../core/model/vendor';
import { createAppStore } from '../store/app-store';
import { createOutsideDesk } from './outside-desk';

function setUp(vendorLinks: readonly Vendor[] = []) {
  const start = aState([aService('team', { name: 'Team' }), aService('front', { name: 'Front' })]);
  const { settings } = start.persisted;
  const store = createAppStore(
    { ...start, persisted: { ...start.persisted, settings: { ...settings, vendorLinks: [...vendorLinks] } } },
    (error) => {
      throw error;
    },
  );
  const seen: Action['kind'][] = [];
  for (const kind of ['window-show-requested', 'focus-requested', 'service-activated'] as const)
    store.onAction(kind, () => seen.push(kind));
  const copied: string[] = [];
  const clock = { nowMs: 0 };
  const focused: string[] = [];
  const desk = createOutsideDesk(store, {
    nowMs: () => clock.nowMs,
    newId: () => 'q1',
    translate: (key, values) => `${key} ${values?.['name']}`,
    version: '1.2.3',
    copy: (text) => copied.push(text),
    focusShell: () => focused.push('shell'),
    log: () => undefined,
  });
  const notices = () =>
    store.getState().session.notices.map((one) => ('reason' in one ? one.reason : one.kind));
  return { desk, store, seen, copied, clock, notices, focused };
}

it('D71 asks what a link wants, and does it only when the person wants it', () => {
  const { desk, store, seen, focused } = setUp();
  expect(desk.hear(['foyer://focus'])).toEqual({ code: 0, text: '' });
  expect(store.getState().session.asked).toMatchObject({ id: 'q1', asked: { verb: 'focus' } });
  expect(seen).toEqual(['window-show-requested']);
  expect(focused).toEqual(['shell']);
  desk.answer('another', true);
  expect(store.getState().session.asked?.id).toBe('q1');
  desk.answer('q1', false);
  desk.answer('q1', true);
  expect(store.getState().session.asked).toBeUndefined();
  expect(seen).not.toContain('focus-requested');
  desk.hear(['foyer://focus']);
  desk.answer('q1', true);
  expect(seen).toContain('focus-requested');
});

it('D72 puts a text on the clipboard and says so', () => {
  const { desk, copied, notices, seen } = setUp();
  desk.hear(['compose', 'Front', 'Hello']);
  expect(copied).toEqual(['Hello']);
  expect(seen).toEqual(['window-show-requested', 'service-activated']);
  expect(notices()).toEqual(['text-copied']);
});

it('D61 D63 says in the window why a link does nothing, and to a program why its command does not', () => {
  const { desk, notices, seen } = setUp();
  desk.hear(['zulip://chat.example.org/']);
  desk.hear(['foyer://open/nowhere']);
  expect(notices()).toEqual(['not-wanted', 'no-service']);
  expect(seen).toEqual(['window-show-requested', 'window-show-requested']);
  expect(desk.hear(['open', 'nowhere'])).toEqual({ code: 1, text: 'outside.refused.no-service nowhere\n' });
  expect(desk.hear(['mute'])).toMatchObject({ code: 2, text: expect.stringMatching(/^usage: foyer/) });
  expect(notices()).toHaveLength(2);
});

it('D74 lets through so many links and no more until there is room', () => {
  const { desk, clock, notices } = setUp();
  const follow = () => desk.hear(['foyer://open/team']).code;
  expect(Array.from({ length: 6 }, follow)).toEqual([0, 0, 0, 0, 1, 1]);
  expect(notices()).toEqual([]);
  expect(desk.hear(['status']).code).toBe(0);
  clock.nowMs = 2_000;
  expect([follow(), follow()]).toEqual([0, 1]);
});

describe('while it is locked', () => {
  const setUpLocked = () => {
    const set = setUp();
    set.store.dispatch({ kind: 'passphrase-set' });
    set.store.dispatch({ kind: 'locked', why: 'asked' });
    const unlock = (): void => {
      set.store.dispatch({ kind: 'unlocked' });
      set.desk.goOn();
    };
    const active = () => set.store.getState().persisted.activeServiceId;
    return { ...set, unlock, active };
  };
  const waits = { code: 1, text: 'outside.refused.locked-waits \n' };

  it('D73 D75 what leads somewhere waits, the last alone, and is done once', () => {
    const { desk, unlock, active, notices, seen } = setUpLocked();
    expect(desk.hear(['open', 'nowhere'])).toEqual(waits);
    expect(desk.hear(['foyer://open/front'])).toEqual(waits);
    expect(active()).toBe('team');
    unlock();
    expect(active()).toBe('front');
    expect(notices()).toEqual([]);
    expect(seen).toContain('window-show-requested');
    seen.length = 0;
    desk.goOn();
    expect(seen).toEqual([]);
  });

  it('D75 a link asks then as it would have asked before', () => {
    const { desk, unlock, store, copied } = setUpLocked();
    desk.hear(['foyer://compose/front?text=Hello']);
    expect(store.getState().session.asked).toBeUndefined();
    unlock();
    expect(store.getState().session.asked).toMatchObject({ asked: { verb: 'compose', text: 'Hello' } });
    expect(copied).toEqual([]);
  });

  it('D75 what is too old is not done, nor a link for an app whose links are not wanted', () => {
    const { desk, unlock, active, clock, notices } = setUpLocked();
    desk.hear(['open', 'front']);
    clock.nowMs = 10 * 60_000 + 1;
    unlock();
    expect(active()).toBe('team');
    const other = setUpLocked();
    other.desk.hear(['zulip://chat.example.org/']);
    other.unlock();
    expect(other.notices()).toEqual(['not-wanted']);
    expect(notices()).toEqual([]);
  });

  it('D73 what is for the moment does not wait', () => {
    const { desk, unlock, seen } = setUpLocked();
    expect(desk.hear(['focus'])).toEqual({ code: 1, text: 'outside.refused.locked \n' });
    unlock();
    expect(seen).not.toContain('focus-requested');
  });
});

it('D81 answers its state as JSON', () => {
  expect(JSON.parse(setUp().desk.hear(['status', '--json']).text)).toMatchObject({
    isRunning: true,
    version: '1.2.3',
    services: [{ id: 'team' }, { id: 'front' }],
  });
});

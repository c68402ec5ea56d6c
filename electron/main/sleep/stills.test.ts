import { expect, it } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import type { Action } from '../../core/state/actions';
import { createAppStore } from '../store/app-store';
import { createTestClock } from '../test-clock.test-support';
import { COVER_MS, createStills, STILLS_MAX, STILLS_MAX_BYTES, type StillImage } from './stills';

const ids = Array.from({ length: STILLS_MAX + 2 }, (_, index) => `s${index}`);
const area = { x: 0, y: 0, width: 1000, height: 800 };

const anImage = (bytes: number, width = 900, isEmpty = false): StillImage => ({
  isEmpty: () => isEmpty,
  getSize: () => ({ width, height: 600 }),
  toJPEG: () => Buffer.alloc(bytes, width % 256),
  resize: (to) => anImage(bytes, to.width),
});

function setUp() {
  const store = createAppStore(aState(ids.map((id) => aService(id))), (error) => {
    throw error;
  });
  store.dispatch({ kind: 'window-changed', window: { content: area, visible: true, focused: true } });
  const clock = createTestClock();
  const stills = createStills(store, clock.after);
  const asked: unknown[] = [];
  const take = (id: string, image: StillImage | Error): Promise<void> =>
    stills.take(id, {
      capturePage: (_area, options) => {
        asked.push(options);
        return image instanceof Error ? Promise.reject(image) : Promise.resolve(image);
      },
    });
  const versions = () =>
    Object.entries(store.getState().session.services).flatMap(([id, { stillVersion }]) =>
      stillVersion === 0 ? [] : [`${id} ${stillVersion}`],
    );
  return { store, clock, stills, asked, take, versions };
}

it('Z41 a picture is taken of a page that stays hidden, no wider than the page area', async () => {
  const { stills, asked, take, versions } = setUp();
  await take('s1', anImage(1_000, 2_000));
  const width = (stills.find('s1')?.[0] ?? 0) % 256;
  expect(asked).toEqual([{ stayHidden: true }]);
  expect(versions()).toEqual(['s1 1']);
  expect(width).not.toBe(2_000 % 256);
  await take('s1', anImage(1_000));
  expect(versions()).toEqual(['s1 2']);
});

it.each([
  ['cannot be drawn', new Error('gone')],
  ['is drawn empty', anImage(1_000, 900, true)],
])('Z41 there is none of a page that %s', async (_, image) => {
  const { stills, take, versions } = setUp();
  await take('s1', anImage(1_000));
  await take('s1', image);
  expect([versions(), stills.find('s1')]).toEqual([[], undefined]);
});

it('Z41 a page that is not drawn in time goes without', async () => {
  const { clock, stills, versions } = setUp();
  const taken = stills.take('s1', { capturePage: () => new Promise(() => undefined) });
  clock.pass(1_500);
  await taken;
  expect(versions()).toEqual([]);
});

it('Z42 twelve are kept and 3 MB in all, the oldest go first', async () => {
  const { take, versions } = setUp();
  for (const id of ids) await take(id, anImage(1_000));
  expect(versions()).toHaveLength(STILLS_MAX);
  expect(versions()[0]).toBe('s2 3');
  await take('s0', anImage(STILLS_MAX_BYTES - 1_000));
  expect(versions()).toEqual(['s0 15', 's13 14']);
  await take('s1', anImage(STILLS_MAX_BYTES + 1));
  expect(versions()).toEqual(['s0 15', 's13 14']);
});

it.each<[string, Action]>([
  ['the service is removed', { kind: 'service-removed', serviceId: 's1' }],
  ['it is turned off', { kind: 'service-enabled-set', serviceId: 's1', enabled: false }],
  ['its data are cleared', { kind: 'data-clearing-requested', serviceId: 's1', what: 'everything' }],
  [
    'nobody is signed in',
    { kind: 'sign-in-reported', serviceId: 's1', isSignedIn: false, server: undefined },
  ],
  ['its page crashes', { kind: 'view-crashed', serviceId: 's1', reason: 'oom', nowMs: 1, jitter: 0 }],
])('Z43 a picture is gone when %s', async (_, action) => {
  const { store, stills, take, versions } = setUp();
  await take('s1', anImage(1_000));
  await take('s2', anImage(1_000));
  store.dispatch(action);
  expect(stills.find('s1')).toBeUndefined();
  expect(versions()).toEqual(['s2 2']);
  stills.dropAll();
  expect(versions()).toEqual([]);
});

it('Z43 it is gone a moment after the page is there again', async () => {
  const { store, clock, take, versions } = setUp();
  await take('s1', anImage(1_000));
  store.dispatch({ kind: 'view-loaded', serviceId: 's1' });
  clock.pass(COVER_MS - 1);
  expect(versions()).toEqual(['s1 1']);
  clock.pass(1);
  expect(versions()).toEqual([]);
  // One that sleeps again at once has another.
  store.dispatch({ kind: 'view-loaded', serviceId: 's1' });
  await take('s1', anImage(1_000));
  clock.pass(COVER_MS);
  expect(versions()).toEqual(['s1 2']);
});

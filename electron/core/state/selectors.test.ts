import { describe, expect, it } from 'vitest';
import { aService, aState } from '../fixtures.test-support';
import type { Action } from './actions';
import { reduce } from './reduce';
import { isOnScreen, selectService, selectServiceUnread, selectTotalUnread } from './selectors';

const services = [aService('a'), aService('b'), aService('apart', { countInTotal: false }), aService('new')];
const start = aState(services);
const said = (serviceId: string, direct: number, indirect = false): Action => ({
  kind: 'unread-reported',
  serviceId,
  source: 'badge',
  unread: { direct, indirect },
});

describe('the total', () => {
  const talking = [said('a', 2), said('b', 3, true), said('apart', 50)].reduce(reduce, start);

  it('U6 adds up all that count, shown or not, muted or not', () => {
    expect(selectTotalUnread(talking)).toEqual({ direct: 5, indirect: true });
  });

  it('U6 does not depend on what is displayed', () => {
    const elsewhere = [
      { kind: 'service-activated', serviceId: 'apart' } as const,
      { kind: 'page-shown', page: 'settings' } as const,
    ].reduce(reduce, talking);
    expect(selectTotalUnread(elsewhere)).toEqual(selectTotalUnread(talking));
  });

  it('U6 leaves out a service switched off, which knows nothing', () => {
    const off = reduce(talking, { kind: 'service-enabled-set', serviceId: 'b', enabled: false });
    expect(selectTotalUnread(off)).toEqual({ direct: 2, indirect: false });
    const b = selectService(off, 'b');
    expect(b && selectServiceUnread(off, b)).toEqual({ direct: 'unknown', indirect: false });
  });
});

describe('on screen', () => {
  const seen: Action = {
    kind: 'window-changed',
    window: { content: { x: 0, y: 0, width: 800, height: 600 }, visible: true, focused: true },
  };
  const unseen = (change: { visible?: boolean; focused?: boolean }): Action => ({
    ...seen,
    window: { ...seen.window, ...change },
  });

  it.each<[string, Action[], boolean]>([
    ['is the active service of a focused window', [seen], true],
    ['is not in a hidden window', [unseen({ visible: false })], false],
    ['is not in a window without focus', [unseen({ focused: false })], false],
    ['is not behind the settings', [seen, { kind: 'page-shown', page: 'settings' }], false],
    ['is not when another is active', [seen, { kind: 'service-activated', serviceId: 'b' }], false],
  ])('S14 %s', (_, actions, expected) => {
    expect(isOnScreen(actions.reduce(reduce, start), 'a')).toBe(expected);
  });
});

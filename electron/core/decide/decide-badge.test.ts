import { describe, expect, it } from 'vitest';
import { aService, aState } from '../fixtures.test-support';
import type { Service } from '../model/service';
import type { Unread } from '../model/unread';
import type { AppState } from '../state/app-state';
import { reduce } from '../state/reduce';
import {
  decideBadge,
  isSameBadge,
  toDockText,
  toLauncherCount,
  toOverlayMark,
  type Badge,
} from './decide-badge';

const toState = (services: readonly Service[], unread: Readonly<Record<string, Unread>>): AppState =>
  Object.entries(unread).reduce(
    (state, [serviceId, said]) =>
      reduce(state, { kind: 'unread-reported', serviceId, source: 'badge', unread: said }),
    aState(services),
  );

describe('decideBadge', () => {
  it.each<{ what: string; state: AppState; badge: Badge }>([
    { what: 'nothing without services', state: toState([], {}), badge: { kind: 'none' } },
    {
      what: 'nothing while nobody has spoken',
      state: toState([aService('a')], {}),
      badge: { kind: 'none' },
    },
    {
      what: 'the sum of all services, whichever is displayed',
      state: toState([aService('a'), aService('b')], {
        a: { direct: 2, indirect: false },
        b: { direct: 1, indirect: true },
      }),
      badge: { kind: 'number', count: 3 },
    },
    {
      what: 'a dot when there is other unread only',
      state: toState([aService('a')], { a: { direct: 0, indirect: true } }),
      badge: { kind: 'dot' },
    },
    {
      what: 'nothing of a service left out of the total',
      state: toState([aService('a', { countInTotal: false })], { a: { direct: 5, indirect: true } }),
      badge: { kind: 'none' },
    },
    {
      what: 'nothing of a disabled service',
      state: toState([aService('a', { enabled: false })], { a: { direct: 5, indirect: true } }),
      badge: { kind: 'none' },
    },
  ])('D1 gives $what', ({ state, badge }) => {
    expect(decideBadge(state)).toEqual(badge);
  });
});

describe('what each system shows of a badge', () => {
  it.each<[Badge, string, ReturnType<typeof toOverlayMark>, ReturnType<typeof toLauncherCount>]>([
    [{ kind: 'none' }, '', undefined, { count: 0, isVisible: false }],
    [{ kind: 'dot' }, '•', 'dot', { count: 0, isVisible: false }],
    [{ kind: 'number', count: 1 }, '1', '1', { count: 1, isVisible: true }],
    [{ kind: 'number', count: 9 }, '9', '9', { count: 9, isVisible: true }],
    [{ kind: 'number', count: 10 }, '10', '9+', { count: 10, isVisible: true }],
    [{ kind: 'number', count: 99 }, '99', '9+', { count: 99, isVisible: true }],
    [{ kind: 'number', count: 100 }, '99+', '9+', { count: 100, isVisible: true }],
    [{ kind: 'number', count: 9999 }, '99+', '9+', { count: 9999, isVisible: true }],
  ])('D2 %j: dock "%s", overlay %s, launcher %j', (badge, dock, overlay, launcher) => {
    expect(toDockText(badge)).toBe(dock);
    expect(toOverlayMark(badge)).toBe(overlay);
    expect(toLauncherCount(badge)).toEqual(launcher);
  });
});

it('D1 tells badges apart by kind and by count', () => {
  expect(isSameBadge({ kind: 'number', count: 2 }, { kind: 'number', count: 2 })).toBe(true);
  expect(isSameBadge({ kind: 'number', count: 2 }, { kind: 'number', count: 3 })).toBe(false);
  expect(isSameBadge({ kind: 'dot' }, { kind: 'none' })).toBe(false);
});

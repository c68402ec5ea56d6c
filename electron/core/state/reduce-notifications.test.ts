import { describe, expect, it } from 'vitest';
import { aNotification, aService, aState, requested as request } from '../fixtures.test-support';
import type { PageNotification } from '../model/notification';
import type { Action } from './actions';
import type { AppState } from './app-state';
import { reduce } from './reduce';
import { LIVE_PER_SERVICE_MAX } from './reduce-notifications';

const services = [aService('a'), aService('b'), aService('mute')];
const start = aState(services, {
  rules: [{ scope: { kind: 'service', serviceId: 'mute' }, values: { notify: 'none' } }],
});
const after = (...actions: Action[]): AppState => actions.reduce(reduce, start);
const live = (state: AppState): readonly string[] => state.session.notifications.map((one) => one.id);

const toNotification = (id: string, more: Partial<PageNotification> = {}): PageNotification =>
  aNotification(id, { serviceId: 'b', ...more });
const requested = (id: string, more: Partial<PageNotification> = {}): Action =>
  request(toNotification(id, more));

describe('notifications', () => {
  it('N1 N3 shows what is wanted and nothing of a muted service', () => {
    expect(live(after(requested('1'), requested('2', { serviceId: 'mute' }), requested('3')))).toEqual([
      '1',
      '3',
    ]);
  });

  it.each<[string, Partial<PageNotification>, Partial<PageNotification>, string[]]>([
    ['the same tag of the same service', { tag: 'room' }, { tag: 'room' }, ['2']],
    ['the same tag from another document of it', { tag: 'room' }, { tag: 'room', senderKey: 'doc2' }, ['2']],
    ['not the same tag of another service', { tag: 'room' }, { tag: 'room', serviceId: 'a' }, ['1', '2']],
    ['not another tag', { tag: 'room' }, { tag: 'other' }, ['1', '2']],
    ['not one without a tag', {}, {}, ['1', '2']],
    ['the same one said again', { pageId: 'p' }, { pageId: 'p' }, ['2']],
    [
      'not the same page id of another document',
      { pageId: 'p' },
      { pageId: 'p', senderKey: 'doc2' },
      ['1', '2'],
    ],
  ])('N6 replaces %s', (_, first, second, expected) => {
    expect(live(after(requested('1', first), requested('2', second)))).toEqual(expected);
  });

  it('N7 keeps the newest of each service on the desktop', () => {
    const many = Array.from({ length: LIVE_PER_SERVICE_MAX + 5 }, (_, index) => requested(`n${index}`));
    const kept = live(after(requested('other', { serviceId: 'a' }), ...many));
    expect(kept.length).toBe(LIVE_PER_SERVICE_MAX + 1);
    expect([kept[0], kept[1], kept.at(-1)]).toEqual(['other', 'n5', `n${LIVE_PER_SERVICE_MAX + 4}`]);
  });

  it.each<[string, Action]>([
    ['dismissed', { kind: 'notification-dismissed', notificationId: '1' }],
    ['failed', { kind: 'notification-failed', notificationId: '1', reason: 'no daemon' }],
    [
      'withdrawn by its page',
      { kind: 'notification-withdrawn', serviceId: 'b', senderKey: 'doc1', pageId: 'page-1' },
    ],
    ['clicked', { kind: 'notification-clicked', notificationId: '1' }],
  ])('N8 is gone once %s, and the others stay', (_, action) => {
    expect(live(after(requested('1'), requested('2'), action))).toEqual(['2']);
  });

  it('N8 cannot be withdrawn by another service or document', () => {
    const state = after(requested('1'));
    for (const from of [{ serviceId: 'a' }, { senderKey: 'doc2' }, { pageId: 'page-2' }]) {
      const withdrawn = {
        kind: 'notification-withdrawn',
        serviceId: 'b',
        senderKey: 'doc1',
        pageId: 'page-1',
      } as const;
      expect(reduce(state, { ...withdrawn, ...from })).toBe(state);
    }
  });

  it('N9 clicked, brings its service to front over whatever the shell shows', () => {
    const state = after(
      requested('1'),
      { kind: 'page-shown', page: 'settings' },
      { kind: 'overlay-changed', open: true },
      { kind: 'notification-clicked', notificationId: '1' },
    );
    expect(state.persisted.activeServiceId).toBe('b');
    expect(state.session).toMatchObject({ page: 'service', overlayOpen: false });
  });

  it('N9 clicked twice, or after it went, does nothing', () => {
    const state = after(requested('1'), { kind: 'notification-clicked', notificationId: '1' });
    expect(reduce(state, { kind: 'notification-clicked', notificationId: '1' })).toBe(state);
  });

  it('N10 stays on the desktop when its page is replaced, with no one to tell of a click', () => {
    const state = after(
      requested('1'),
      requested('2', { senderKey: 'frame of the page' }),
      requested('3', { origin: 'worker' }),
      requested('4', { serviceId: 'a' }),
      { kind: 'view-document-replaced', serviceId: 'b' },
    );
    expect(state.session.notifications.map((one) => one.pageId)).toEqual(['', '', 'page-3', 'page-4']);
    const clicked = reduce(state, { kind: 'notification-clicked', notificationId: '1' });
    expect(clicked.persisted.activeServiceId).toBe('b');
  });

  it('N11 goes with its service', () => {
    const state = after(requested('1'), requested('2', { serviceId: 'a' }));
    expect(live(reduce(state, { kind: 'service-removed', serviceId: 'b' }))).toEqual(['2']);
    expect(live(reduce(state, { kind: 'service-enabled-set', serviceId: 'b', enabled: false }))).toEqual([
      '2',
    ]);
  });

  it('N9 focus asked for by the tray comes to an enabled service only', () => {
    const off = after({ kind: 'service-enabled-set', serviceId: 'b', enabled: false });
    expect(reduce(off, { kind: 'service-focus-requested', serviceId: 'b' })).toBe(off);
    expect(after({ kind: 'service-focus-requested', serviceId: 'b' }).persisted.activeServiceId).toBe('b');
  });
});

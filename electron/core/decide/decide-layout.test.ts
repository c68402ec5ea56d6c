import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aService, aState } from '../fixtures.test-support';
import type { Action } from '../state/actions';
import type { AppState } from '../state/app-state';
import { reduce } from '../state/reduce';
import { decideLayout, isSameLayout } from './decide-layout';

const sized = (width: number, height: number): Action => ({
  kind: 'window-changed',
  window: { content: { x: 30, y: 50, width, height }, visible: true, focused: true },
});
const start = reduce(aState([aService('a'), aService('b')]), sized(1000, 700));
const after = (...actions: Action[]): AppState => actions.reduce(reduce, start);
const arabic: Action = {
  kind: 'language-changed',
  language: { language: 'ar', locale: 'ar', isRightToLeft: true },
};
const asking: Action = {
  kind: 'notice-shown',
  notice: { kind: 'mute-there', id: 'm1', serviceId: 'a', name: 'A', channel: '#c', changes: [] },
};
const noticed: Action = { kind: 'notice-shown', notice: { kind: 'link-refused', id: 'l1', scheme: 'tel' } };

describe('where the page is', () => {
  it.each<[string, Action[], object]>([
    ['beside the bar, under the header', [], { x: 64, y: 40, width: 936, height: 660 }],
    ['beside a bar at the right', [arabic], { x: 0, y: 40, width: 936, height: 660 }],
    [
      'beside a narrow bar',
      [{ kind: 'settings-changed', settings: { barSize: 'compact' } }],
      { x: 44, y: 40, width: 956, height: 660 },
    ],
    [
      'beside a bar with names',
      [{ kind: 'settings-changed', settings: { barSize: 'names' } }],
      { x: 200, y: 40, width: 800, height: 660 },
    ],
    ['above the notices', [noticed], { x: 64, y: 40, width: 936, height: 616 }],
    ['of no size in a window too small', [sized(50, 30)], { x: 25, y: 40, width: 25, height: 0 }],
  ])('S13 is %s', (_, actions, expected) => {
    expect(decideLayout(after(...actions)).pageArea).toEqual(expected);
  });

  it('S13 never has a negative size, and the shell fills the window from its corner', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), fc.boolean(), (width, height, isRightToLeft) => {
        const { pageArea, shell } = decideLayout(
          after(sized(width, height), noticed, ...(isRightToLeft ? [arabic] : [])),
        );
        expect(pageArea.width >= 0 && pageArea.height >= 0).toBe(true);
        expect(pageArea.x + pageArea.width).toBeLessThanOrEqual(width);
        expect(shell).toEqual({ x: 0, y: 0, width, height });
      }),
    );
  });
});

it.each<[string, number, number]>([
  ['is one row', 704, 44],
  ['has a row of its own for the answers on a narrow page', 703, 80],
])('H28 a notice that asks %s', (_, width, height) => {
  expect(decideLayout(after(sized(width, 700), asking)).pageArea.height).toBe(700 - 40 - height);
});

describe('a page that fills the screen', () => {
  const full = (...actions: Action[]): AppState =>
    after(
      { kind: 'view-loaded', serviceId: 'a' },
      { kind: 'full-screen-entered', serviceId: 'a', host: 'a.test' },
      ...actions,
    );
  it.each<[string, AppState, object]>([
    ['is under the line that says whose it is', full(noticed), { x: 0, y: 40, width: 1000, height: 660 }],
    [
      'is all there is after that',
      full({ kind: 'full-screen-signed' }),
      { x: 0, y: 0, width: 1000, height: 700 },
    ],
    ['is a page like any other where it has left', full({ kind: 'full-screen-left' }), { x: 64, y: 40 }],
    ['or is not in front', full({ kind: 'page-shown', page: 'settings' }), { x: 64, y: 40 }],
    [
      'or was not when it wanted to',
      after({ kind: 'full-screen-entered', serviceId: 'b', host: '' }),
      { x: 64 },
    ],
  ])('W52 %s', (_, state, expected) => {
    expect(decideLayout(state).pageArea).toMatchObject(expected);
  });
});

describe('a busy channel', () => {
  const hinted = (serviceId: string, changes: readonly Action[] = []): AppState => {
    const state = after({ kind: 'view-loaded', serviceId: 'a' }, ...changes);
    const busyHint = { serviceId, channelId: 'c', name: '#c', channelKind: 'public', count: 64 } as const;
    return { ...state, session: { ...state.session, busyHint } };
  };
  it.each<[string, AppState, object]>([
    ['of the active service: a row between header and page', hinted('a'), { y: 84, height: 616 }],
    ['on a narrow page: two rows', hinted('a', [sized(800, 700)]), { y: 120, height: 580 }],
    ['of another service: no room until that is shown', hinted('b'), { y: 40, height: 660 }],
    [
      'behind the settings: no room',
      hinted('a', [{ kind: 'page-shown', page: 'settings' }]),
      { y: 40, height: 660 },
    ],
  ])('H20 %s', (_, state, expected) => {
    expect(decideLayout(state).pageArea).toMatchObject(expected);
  });
});

describe('whose page is seen', () => {
  const on = { serviceId: 'a' } as const;
  const loading: Action = { kind: 'view-load-started', ...on };
  const ready: Action = { kind: 'view-loaded', ...on };
  const failure = { kind: 'refused', code: 'ERR_FAILED', host: 'a' } as const;
  const failed: Action = { kind: 'view-load-failed', ...on, failure, nowMs: 0, jitter: 0 };

  it.each<[string, Action[], string | undefined]>([
    ['none before it loads', [], undefined],
    ['that of a first load', [loading], 'a'],
    ['that which is up', [loading, ready], 'a'],
    ['none when it failed', [loading, failed], undefined],
    ['none while it is tried again', [failed, loading], undefined],
    ['that which came up after failing', [failed, loading, ready], 'a'],
    [
      'none when it crashed',
      [ready, { kind: 'view-crashed', ...on, reason: 'oom', nowMs: 0, jitter: 0 }],
      undefined,
    ],
    ['none when it hangs', [ready, { kind: 'view-hung', ...on }], undefined],
    ['none when switched off', [ready, { kind: 'service-enabled-set', ...on, enabled: false }], undefined],
    ['none behind the settings', [ready, { kind: 'page-shown', page: 'settings' }], undefined],
    ['none behind the catalogue', [ready, { kind: 'page-shown', page: 'add-service' }], undefined],
    ['none of another that is not up', [ready, { kind: 'service-activated', serviceId: 'b' }], undefined],
    ['still that one under a menu', [ready, { kind: 'overlay-changed', open: true }], 'a'],
  ])('S14 is %s', (_, actions, expected) => {
    expect(decideLayout(after(...actions)).visibleServiceId).toBe(expected);
  });
});

describe('the shell over the page', () => {
  const asked = (serviceId: string): Action => ({
    kind: 'prompt-opened',
    prompt: {
      kind: 'permission',
      id: `q-${serviceId}`,
      serviceId,
      origin: 'https://a',
      permission: 'camera',
    },
  });

  it.each<[string, Action[], boolean]>([
    ['not by itself', [], false],
    ['with a menu open', [{ kind: 'overlay-changed', open: true }], true],
    ['with a question of the active service', [asked('a')], true],
    ['not with one of another service', [asked('b')], false],
    ['not with one behind the settings', [asked('a'), { kind: 'page-shown', page: 'settings' }], false],
    ['not with notices, which have their own line', [noticed], false],
  ])('S15 is on top %s: %s', (_, actions, expected) => {
    expect(decideLayout(after(...actions)).shellOnTop).toBe(expected);
  });

  it('S1 knows the same layout', () => {
    const layout = decideLayout(start);
    expect(isSameLayout(layout, decideLayout(after(sized(1000, 700))))).toBe(true);
    for (const other of [sized(1000, 701), noticed, asked('a')]) {
      expect(isSameLayout(layout, decideLayout(after(other)))).toBe(false);
    }
  });
});

describe('the picture of what was seen last', () => {
  const kept: Action = { kind: 'still-changed', serviceId: 'a', version: 3 };
  const loading: Action = { kind: 'view-load-started', serviceId: 'a' };
  const loaded: Action = { kind: 'view-loaded', serviceId: 'a' };
  const failed: Action = {
    kind: 'view-load-failed',
    serviceId: 'a',
    failure: { kind: 'refused', code: 'ERR_X', host: 'a.test' },
    nowMs: 1,
    jitter: 0,
  };

  it.each<[string, Action[], string | undefined, boolean]>([
    ['stands in for a page that is not there', [kept], undefined, false],
    ['lies over a page that loads', [kept, loading], 'a', true],
    ['and over one that has just come', [kept, loading, loaded], 'a', true],
    ['until it is dropped', [kept, loading, loaded, { ...kept, version: 0 }], 'a', false],
    ['not where there is none', [loading], 'a', false],
    ['not over a failure', [kept, loading, failed], undefined, false],
    ['not over the settings', [kept, loading, { kind: 'page-shown', page: 'settings' }], undefined, false],
  ])('Z44 %s', (_, actions, visibleServiceId, isCovered) => {
    // The keyboard is the page's already.
    expect(decideLayout(after(...actions))).toMatchObject({ visibleServiceId, isCovered, shellOnTop: false });
  });
});

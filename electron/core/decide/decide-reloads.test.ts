import { expect, it } from 'vitest';
import { aService, aState } from '../fixtures.test-support';
import { defaultSettings } from '../model/settings';
import type { Action } from '../state/actions';
import type { AppState } from '../state/app-state';
import { reduce } from '../state/reduce';
import { decideReloads } from './decide-reloads';

const MB = 2 ** 20;
const on = { serviceId: 'b' } as const;
const sampled = (megabytes: number, nowMs = 1_000): Action => ({
  kind: 'resources-sampled',
  nowMs,
  bytesByService: { a: 100 * MB, b: megabytes * MB },
  machineBytes: 8_000 * MB,
  isPressed: false,
  isOnBattery: false,
});
const window = { content: { x: 0, y: 0, width: 900, height: 600 }, visible: true, focused: true };

/** Service b is behind, up and takes 2000 MB; one page may take 1500. */
const grown = (...actions: readonly Action[]): AppState =>
  [
    { kind: 'window-changed', window } as const,
    { kind: 'view-loaded', serviceId: 'a' } as const,
    { kind: 'view-loaded', ...on } as const,
    sampled(2_000),
    ...actions,
  ].reduce(reduce, aState([aService('a'), aService('b')]));

it('Z33 a page over its limit is loaded anew', () => {
  expect(decideReloads(grown())).toEqual([{ serviceId: 'b', bytes: 2_000 * MB }]);
});

it.each<[string, Action]>([
  ['is within it', sampled(1_500)],
  ['is looked at', { kind: 'service-activated', ...on }],
  ['holds something unsent', { kind: 'busy-changed', ...on, reason: 'draft', isOn: true }],
  ['is in a call', { kind: 'capture-changed', ...on, capturing: true }],
  ['is not up', { kind: 'view-load-started', ...on }],
  ['is made ready for sleep', { kind: 'doze-begun', ...on }],
  [
    'waits for an answer',
    {
      kind: 'prompt-opened',
      prompt: { kind: 'permission', id: 'p', ...on, origin: 'https://b.test', permission: 'camera' },
    },
  ],
  [
    'may be of any size',
    { kind: 'settings-changed', settings: { sleep: { ...defaultSettings.sleep, pageLimitMb: null } } },
  ],
])('Z33 not one that %s', (_, action) => {
  expect(decideReloads(grown(action))).toEqual([]);
});

it('Z33 one that was loaded anew for it is left alone for an hour, and what it took is known until its next page', () => {
  const noted: Action = { kind: 'page-outgrown', ...on, bytes: 2_000 * MB, nowMs: 1_000 };
  const hourMs = 60 * 60_000;
  expect(decideReloads(grown(noted, sampled(2_500, hourMs)))).toEqual([]);
  expect(decideReloads(grown(noted, sampled(2_500, hourMs + 1_000)))).toHaveLength(1);
  expect(grown(noted).session.services['b']?.outgrown).toEqual({ atMs: 1_000, bytes: 2_000 * MB });
  const anew: Action = { kind: 'reload-requested', ...on, fromStartPage: false };
  expect(grown(noted, anew).session.services['b']?.outgrown).toBeUndefined();
  expect(grown(noted, { kind: 'view-closed', ...on }).session.services['b']?.outgrown).toBeUndefined();
});

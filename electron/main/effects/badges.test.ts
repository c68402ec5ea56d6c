import { describe, expect, it } from 'vitest';
import { aDownload, aService, aState } from '../../core/fixtures.test-support';
import type { BusSignal } from '../session-bus/bus';
import { createAppStore } from '../store/app-store';
import { LOOK_MS } from '../store/watch-slowly';
import { createTestClock } from '../test-clock.test-support';
import { startBadge } from './badge';
import { startLauncher } from './launcher';
import { startOverlayIcon } from './overlay-icon';
import { startTaskbarProgress } from './taskbar-progress';
import { startWindowTitle } from './window-title';

const chat = aService('a', { name: 'Team chat' });

function setUp() {
  const store = createAppStore(aState([chat]), (error) => {
    throw error;
  });
  const say = (direct: number, indirect = false): void =>
    store.dispatch({
      kind: 'unread-reported',
      serviceId: 'a',
      source: 'badge',
      unread: { direct, indirect },
    });
  return { store, say };
}

describe('startBadge', () => {
  it('D3 sets the dock text with each change and only then', () => {
    const { store, say } = setUp();
    const texts: string[] = [];
    const stop = startBadge(store, { setText: (text) => texts.push(text) });
    say(3);
    store.dispatch({ kind: 'network-changed', online: false });
    say(0, true);
    say(0);
    stop();
    say(9);
    expect(texts).toEqual(['', '3', '•', '']);
  });
});

describe('startOverlayIcon', () => {
  it('D2 lays the mark with words for who cannot see it', () => {
    const { store, say } = setUp();
    const marks: unknown[] = [];
    startOverlayIcon(store, {
      setMark: (mark, description) => marks.push([mark, description]),
      translate: (key, values) => `${key} ${values?.['count'] ?? ''}`.trim(),
    });
    say(2);
    say(12);
    say(0, true);
    expect(marks).toEqual([
      [undefined, ''],
      ['2', 'overlay.count 2'],
      ['9+', 'overlay.count 12'],
      ['dot', 'overlay.some'],
    ]);
  });

  it('L2 says it anew in another language', () => {
    const { store, say } = setUp();
    const descriptions: string[] = [];
    startOverlayIcon(store, {
      setMark: (_mark, description) => descriptions.push(description),
      translate: (key) => `${key} ${store.getState().session.language.language}`,
    });
    say(0, true);
    store.dispatch({
      kind: 'language-changed',
      language: { language: 'ja', locale: 'ja', isRightToLeft: false },
    });
    expect(descriptions).toEqual(['', 'overlay.some en', 'overlay.some ja']);
  });
});

describe('startLauncher', () => {
  const toCounts = (signals: readonly BusSignal[]) =>
    signals.map(({ body }) => JSON.parse(JSON.stringify(body?.[1])) as unknown);

  it('D3 tells docks the count, says nothing at first, and clears it at the end; of many at once the last', () => {
    const { store, say } = setUp();
    const clock = createTestClock();
    const signals: BusSignal[] = [];
    const stop = startLauncher(store, {
      bus: { emit: (signal) => signals.push(signal) },
      desktopFileName: 'foyer.desktop',
      after: clock.after,
    });
    expect(signals).toEqual([]);
    say(0, true);
    expect(signals).toEqual([]);
    for (const count of [1, 2, 3, 4]) say(count);
    clock.pass(LOOK_MS);
    stop();
    expect(signals.map(({ member, signature, body }) => [member, signature, body?.[0]])).toEqual([
      ['Update', 'sa{sv}', 'application://foyer.desktop'],
      ['Update', 'sa{sv}', 'application://foyer.desktop'],
    ]);
    const update = (count: number, isVisible: boolean) => ({
      count: { signature: 'x', value: count },
      'count-visible': { signature: 'b', value: isVisible },
      urgent: { signature: 'b', value: false },
      progress: { signature: 'd', value: 0 },
      'progress-visible': { signature: 'b', value: false },
    });
    expect(toCounts(signals)).toEqual([update(4, true), update(0, false)]);
  });

  it('B27 docks and taskbar are told how far downloads are, and when there are none any more', () => {
    const { store } = setUp();
    const clock = createTestClock();
    const signals: BusSignal[] = [];
    const shares: number[] = [];
    startTaskbarProgress(store, { setProgress: (share) => shares.push(share) });
    startLauncher(store, {
      bus: { emit: (signal) => signals.push(signal) },
      desktopFileName: 'foyer.desktop',
      after: clock.after,
    });
    const size = (receivedBytes: number, sizeBytes: number): void =>
      store.dispatch({
        kind: 'download-progressed',
        downloadId: 'd',
        progress: { receivedBytes, bytesPerSecond: 1 },
        sizeBytes,
      });
    store.dispatch({ kind: 'download-started', download: aDownload('d', { sizeBytes: 0 }) });
    size(300, 1000);
    clock.pass(LOOK_MS);
    store.dispatch({ kind: 'download-paused', downloadId: 'd', isPaused: true });
    clock.pass(LOOK_MS);
    expect(shares).toEqual([-1, 2, 0.3, -1]);
    expect(signals.map(({ body }) => body?.[1])).toMatchObject([
      { progress: { value: 0.3 }, 'progress-visible': { value: true } },
      { progress: { value: 0 }, 'progress-visible': { value: false } },
    ]);
  });

  it('D3 has nothing to clear when it never said anything', () => {
    const { store } = setUp();
    const signals: BusSignal[] = [];
    startLauncher(store, {
      bus: { emit: (signal) => signals.push(signal) },
      desktopFileName: 'foyer.desktop',
      after: createTestClock().after,
    })();
    expect(signals).toEqual([]);
  });
});

describe('startWindowTitle', () => {
  it('D4 follows the count and the page', () => {
    const { store, say } = setUp();
    const titles: string[] = [];
    startWindowTitle(store, { translate: (key) => key, setTitle: (title) => titles.push(title) });
    say(3);
    store.dispatch({ kind: 'page-shown', page: 'settings' });
    expect(titles).toEqual(['Team chat — Foyer', '(3) Team chat — Foyer', '(3) Foyer']);
  });
});

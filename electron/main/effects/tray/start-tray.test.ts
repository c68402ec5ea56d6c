import { describe, expect, it } from 'vitest';
import { aService, aState } from '../../../core/fixtures.test-support';
import type { TrayMenuItem } from '../../../core/decide/decide-tray';
import type { ActionKind } from '../../../core/state/actions';
import { createAppStore } from '../../store/app-store';
import { LOOK_MS } from '../../store/watch-slowly';
import { createTestClock } from '../../test-clock.test-support';
import { startTray } from './start-tray';

const chat = aService('a', { name: 'Team chat' });
/** Nothing is held back any more. */
const QUIET_MS = 2 * LOOK_MS;

function setUp() {
  const store = createAppStore(aState([chat]), (error) => {
    throw error;
  });
  const clock = createTestClock();
  const drawn: string[] = [];
  const held: { pick: (item: TrayMenuItem) => void; menu: readonly TrayMenuItem[]; activate: () => void } = {
    pick: () => undefined,
    menu: [],
    activate: () => undefined,
  };
  const stop = startTray(store, {
    create: (icon, onActivate) => {
      drawn.push(`create ${icon.icon.kind}`);
      held.activate = onActivate;
      return {
        setIcon: (changed) => drawn.push(`icon ${changed.icon.kind}`),
        setTooltip: (tooltip) => drawn.push(`tooltip ${tooltip}`),
        setMenu: (menu, onPick) => {
          drawn.push('menu');
          held.menu = menu;
          held.pick = onPick;
        },
        remove: () => drawn.push('remove'),
      };
    },
    translate: (key) => key,
    platform: 'linux',
    after: clock.after,
  });
  const heard = (kind: ActionKind): (() => number) => {
    const seen = { count: 0 };
    store.onAction(kind, () => {
      seen.count += 1;
    });
    return () => seen.count;
  };
  const make = (available: boolean): void => store.dispatch({ kind: 'tray-availability-changed', available });
  const take = (): readonly string[] => drawn.splice(0);
  const say = (direct: number): void =>
    store.dispatch({
      kind: 'unread-reported',
      serviceId: 'a',
      source: 'badge',
      unread: { direct, indirect: false },
    });
  return { store, held, stop, heard, make, take, say, clock };
}

describe('startTray', () => {
  it('D10 puts the icon up when the desktop has a tray, and again when it came back', () => {
    const { make, take, stop } = setUp();
    expect(take()).toEqual([]);
    make(true);
    expect(take()).toEqual(['create none', 'tooltip tray.tooltipNone', 'menu']);
    make(false);
    expect(take()).toEqual(['remove']);
    make(true);
    expect(take()).toEqual(['create none', 'tooltip tray.tooltipNone', 'menu']);
    stop();
    expect(take()).toEqual(['remove']);
  });

  it('D13 redraws only what differs', () => {
    const { store, make, take, say, clock } = setUp();
    make(true);
    clock.pass(QUIET_MS);
    take();
    store.dispatch({ kind: 'network-changed', online: false });
    expect(take()).toEqual([]);
    clock.pass(QUIET_MS);
    say(2);
    expect(take()).toEqual(['icon number', 'tooltip tray.tooltip', 'menu']);
    store.dispatch({
      kind: 'focus-begun',
      now: { startedAtMs: 0, untilMs: null, end: 'duration', isPause: true },
    });
    expect(take()).toEqual(['tooltip tray.tooltipPaused', 'menu']);
  });

  it('D13 of counts that change fast the first is drawn at once, then at most four a second, never less than the last', () => {
    const { make, take, say, clock } = setUp();
    make(true);
    clock.pass(QUIET_MS);
    take();
    for (const count of [1, 2, 3]) say(count);
    expect(take()).toEqual(['icon number', 'tooltip tray.tooltip', 'menu']);
    say(0);
    clock.pass(LOOK_MS - 1);
    expect(take()).toEqual([]);
    clock.pass(1);
    expect(take()).toEqual(['icon none', 'tooltip tray.tooltipNone', 'menu']);
  });

  it('D13 what can be picked is drawn at once, whatever comes beside it', () => {
    const { store, make, take, say } = setUp();
    make(true);
    for (const count of [1, 2, 3]) say(count);
    take();
    store.dispatch({
      kind: 'focus-begun',
      now: { startedAtMs: 0, untilMs: null, end: 'duration', isPause: true },
    });
    expect(take()).toContain('menu');
    store.dispatch({ kind: 'focus-ended', nowMs: 0 });
    expect(take()).toContain('menu');
    make(false);
    expect(take()).toEqual(['remove']);
  });

  it('D13 dispatches what is picked, and shows the window on a click', () => {
    const { held, heard, make } = setUp();
    const shown = heard('window-show-requested');
    const quit = heard('quit-requested');
    make(true);
    held.activate();
    expect(shown()).toBe(1);
    for (const item of held.menu) if (item.kind === 'action') held.pick(item);
    expect([shown(), quit()]).toEqual([2, 1]);
  });

  it('D13 asks for focus by what is picked in its menu', () => {
    const { held, heard, make } = setUp();
    const asked = heard('focus-requested');
    make(true);
    const focus = held.menu.find((item) => item.kind === 'submenu');
    for (const item of focus?.items ?? []) held.pick(item);
    expect(asked()).toBe(5);
  });
});

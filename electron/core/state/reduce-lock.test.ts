import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideKey } from '../decide/decide-key';
import { decideLayout } from '../decide/decide-layout';
import { decideTray } from '../decide/decide-tray';
import { decideWindowTitle } from '../decide/decide-window-title';
import { aChannel, aMessage, aNotification, aService, aState, requested } from '../fixtures.test-support';
import { toProjection } from '../ipc/projection';
import type { Action } from './actions';
import type { AppState } from './app-state';
import { reduce } from './reduce';
import { isSilenced } from './select-policy';
import { selectSeenService } from './selectors';
import { isLocked, toOpenPart, veil } from './veil';

const facts = { platform: 'linux', listenable: [], isSafeMode: false } as const;
/** Words that are said nowhere but in what is the person's own. */
const MINE = /zanzibar|harbour|velvet|marmalade/i;
const run = (state: AppState, ...actions: readonly Action[]): AppState => actions.reduce(reduce, state);
const window = {
  kind: 'window-changed',
  window: { content: { x: 0, y: 0, width: 800, height: 600 }, visible: true, focused: true },
} as const;
const message = aMessage({
  sender: 'Harbour Master',
  channel: { id: 'c', name: 'Marmalade', kind: 'public' },
  mention: 'personal',
});
const told = (id: string) =>
  requested(
    aNotification(id, {
      title: 'Harbour',
      body: 'velvet',
      iconUrl: 'https://zanzibar.test/a.png',
      requireInteraction: true,
      message,
    }),
  );
const open = run(
  aState([aService('a', { name: 'Zanzibar', url: 'https://zanzibar.test/' }), aService('b')], {
    rules: [{ scope: { kind: 'everywhere' }, values: { letThroughWords: ['marmalade'] } as object }],
    workspaces: [{ id: 'w', name: 'Velvet', serviceIds: ['a'], staysQuiet: true }],
  }),
  window,
  { kind: 'passphrase-set' },
  {
    kind: 'channels-reported',
    serviceId: 'a',
    channels: [aChannel('c', { name: 'Marmalade', unread: 2, mentions: 2 })],
  },
  {
    kind: 'notice-shown',
    notice: { kind: 'listen', id: 'l', serviceId: 'a', name: 'Zanzibar', isSealed: true },
  },
  told('before'),
);
const locked = run(open, { kind: 'locked', why: 'asked' });
const translate = (key: string, values: object = {}): string => `${key} ${JSON.stringify(values)}`;
/** All that anybody is shown or told. */
const shown = (state: AppState): string =>
  JSON.stringify([
    toProjection(state, facts),
    decideTray(state, translate, 'linux'),
    decideWindowTitle(state, (key) => key),
    state.session.notifications.map(({ title, body, iconUrl }) => [title, body, iconUrl]),
  ]);

describe('locked', () => {
  it('L54 nothing of any service is in what is shown; how many are unread is', () => {
    expect(shown(open)).toMatch(MINE);
    expect(shown(locked)).not.toMatch(MINE);
    expect(decideWindowTitle(locked, (key) => key)).toBe('(2) Foyer');
    expect(decideTray(locked, translate, 'linux').menu).toHaveLength(2);
  });

  it('L54 no page is in the window, nor taken for seen', () => {
    expect(decideLayout(open).visibleServiceId).toBeUndefined();
    const up = run(
      open,
      { kind: 'view-load-started', serviceId: 'a' },
      { kind: 'view-loaded', serviceId: 'a' },
    );
    expect([decideLayout(up).visibleServiceId, selectSeenService(up)]).toEqual(['a', 'a']);
    const shut = run(up, { kind: 'locked', why: 'idle' });
    expect(decideLayout(shut)).toMatchObject({
      visibleServiceId: undefined,
      isLocked: true,
      shellOnTop: true,
    });
    expect(selectSeenService(shut)).toBeUndefined();
    expect([isSilenced(up, 'a'), isSilenced(shut, 'a')]).toEqual([false, true]);
    // Pages stay laid out as they are, so that they do not notice.
    expect(decideLayout(shut).pageArea).toEqual(decideLayout(up).pageArea);
  });

  it('L55 what comes says nothing but that it came, each in the place of the one before', () => {
    expect(locked.session.notifications).toEqual([]);
    const more = run(locked, told('one'), told('two'));
    expect(more.session.notifications).toMatchObject([
      { id: 'two', title: '', body: '', iconUrl: undefined, isWhileLocked: true, requireInteraction: false },
    ]);
    expect(shown(more)).not.toMatch(MINE);
    expect(run(more, { kind: 'unlocked' }).session.notifications).toEqual([]);
  });

  it('L55 a click leads no further, and nothing can be picked', () => {
    const came = run(
      run(open, { kind: 'service-activated', serviceId: 'b' }),
      { kind: 'locked', why: 'idle' },
      told('x'),
    );
    const clicked = run(came, { kind: 'notification-clicked', notificationId: 'x' });
    expect(clicked.session.notifications).toEqual([]);
    expect(clicked.persisted.activeServiceId).toBe('b');
    const acted = { kind: 'notification-acted', notificationId: 'x', action: 'mute', nowMs: 1 } as const;
    expect(run(came, acted)).toBe(came);
  });

  it('L62 no key does anything but quit', () => {
    const press = (key: string, code: string) =>
      ({
        type: 'keyDown',
        key,
        code,
        control: true,
        shift: false,
        alt: false,
        meta: false,
        isAutoRepeat: false,
      }) as const;
    expect(decideKey(press('k', 'KeyK'), open, 'linux')).toMatchObject({ kind: 'surface-shown' });
    expect(decideKey(press('k', 'KeyK'), locked, 'linux')).toBeUndefined();
    expect(decideKey(press('q', 'KeyQ'), locked, 'linux')).toEqual({ kind: 'quit-requested' });
    const lock = { ...press('L', 'KeyL'), shift: true };
    expect(decideKey(lock, open, 'linux')).toEqual({ kind: 'lock-requested' });
    expect(decideKey(lock, aState(), 'linux')).toBeUndefined();
  });

  it('L53 without a passphrase nothing is locked', () => {
    const state = aState([aService()]);
    expect(run(state, { kind: 'locked', why: 'idle' }, { kind: 'unlocked' })).toBe(state);
  });

  it('L57 unlocked, all is as it was', () => {
    const back = run(locked, { kind: 'unlocked' });
    expect(back.persisted).toBe(open.persisted);
    expect(back.session.services).toBe(open.session.services);
    expect(back.session.notices).toBe(open.session.notices);
    expect(back.session.lock).toEqual({ kind: 'open' });
  });

  it('L59 says from when on the next is heard', () => {
    expect(run(locked, { kind: 'unlock-failed', waitUntilMs: 7 }).session.lock).toMatchObject({
      waitUntilMs: 7,
    });
    expect(run(open, { kind: 'unlock-failed', waitUntilMs: 7 })).toBe(open);
  });
});

describe('a start', () => {
  const atStart: AppState = {
    ...aState(),
    session: {
      ...aState().session,
      lock: { kind: 'locked', why: 'start', waitUntilMs: null, isBroken: false, opensBy: 'none' },
    },
  };
  const kept = {
    kind: 'kept-opened',
    persisted: open.persisted,
    notices: [],
    hasPassphrase: true,
    nowMs: 9,
  } as const;

  it('L58 opened, it is as if it had started with what was kept; the window stays where it is', () => {
    const place = { bounds: { x: 7, y: 7, width: 700, height: 500 }, maximized: false };
    const moved = run(atStart, { kind: 'window-placed', place }, window, kept);
    expect(moved.persisted).toEqual({ ...open.persisted, window: place });
    expect(Object.keys(moved.session.services)).toEqual(['a', 'b']);
    expect(moved.session.lock).toEqual({ kind: 'open' });
    expect(moved.session.window.visible).toBe(true);
    expect(run(atStart, { ...kept, hasPassphrase: false }).session.lock).toEqual({ kind: 'none' });
    expect(run(open, kept)).toBe(open);
  });
});

describe('veil', () => {
  it('L54 shows a state as it is, or as one in which nothing was ever added, but for the look', () => {
    expect(veil(open)).toBe(open);
    const dark = run(
      open,
      { kind: 'settings-changed', settings: { theme: 'dark', textSize: 150 } },
      { kind: 'locked', why: 'idle' },
    );
    expect(veil(dark)).toBe(veil(dark));
    expect(veil(dark).persisted).toMatchObject({ services: [], rules: [], workspaces: [] });
    expect(veil(dark).persisted.settings).toMatchObject({ theme: 'dark', textSize: 150 });
    expect(isLocked(veil(dark))).toBe(true);
  });

  it('L54 whatever the person has, nothing but its open part is in it', () => {
    const name = fc.string({ minLength: 1, maxLength: 20 }).map((text) => `marmalade ${text}`);
    fc.assert(
      fc.property(fc.array(name, { maxLength: 3 }), (names) => {
        const services = names.map((one, at) => aService(`s${at}`, { name: one }));
        const state = run(
          aState(services),
          window,
          { kind: 'passphrase-set' },
          { kind: 'locked', why: 'idle' },
        );
        expect(JSON.stringify(toProjection(state, facts))).not.toMatch(MINE);
        expect(JSON.stringify(toOpenPart(state.persisted))).not.toMatch(MINE);
      }),
    );
  });
});

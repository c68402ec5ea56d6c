import { describe, expect, it } from 'vitest';
import { commandById } from '../commands/command-list';
import { decideKey } from '../decide/decide-key';
import { decideLayout } from '../decide/decide-layout';
import { decideOwnTitle, isOwnPageSeen } from '../decide/decide-own-window';
import { aService, aState } from '../fixtures.test-support';
import { parsePersisted } from '../model/persisted';
import type { Action } from './actions';
import type { AppState } from './app-state';
import { reduce } from './reduce';
import { isPageIdle } from './select-sleep';
import { canFillScreen, isInFront, isOnScreen, selectSeenServices } from './selectors';

const main = (focused: boolean): Action => ({
  kind: 'window-changed',
  window: { content: { x: 0, y: 0, width: 1000, height: 700 }, visible: true, focused },
});
const own = (serviceId: string, visible: boolean, focused = false): Action => ({
  kind: 'own-window-changed',
  serviceId,
  window: { content: { width: 600, height: 500 }, visible, focused },
});
const opened = (serviceId: string): Action => ({ kind: 'own-window-opened', serviceId });
const closed = (serviceId: string): Action => ({ kind: 'own-window-closed', serviceId });
const goTo = (serviceId: string): Action => ({ kind: 'service-activated', serviceId });
const after = (state: AppState, ...actions: readonly Action[]): AppState => actions.reduce(reduce, state);
const ids = ['a', 'b', 'c'];
const start = after(
  aState(ids.map((id) => aService(id))),
  main(true),
  ...ids.map((serviceId): Action => ({ kind: 'view-loaded', serviceId })),
);
const out = after(start, opened('a'), own('a', true));
const activeOf = (state: AppState) => state.persisted.activeServiceId;

describe('a service in a window of its own', () => {
  it('V80 leaves the other window to another one, comes back to its place, and keeps that of its window', () => {
    expect(activeOf(out)).toBe('b');
    const place = { bounds: { x: 1, y: 2, width: 600, height: 500 }, maximized: false };
    const back = after(out, { kind: 'own-window-placed', serviceId: 'a', place }, closed('a'));
    expect(back.persisted.ownWindows).toEqual([{ serviceId: 'a', place, isOpen: false }]);
    expect([activeOf(back), activeOf(after(back, goTo('a')))]).toEqual(['b', 'a']);
    expect(back.session.ownWindows).toEqual({});
    expect(parsePersisted(JSON.parse(JSON.stringify(out.persisted)))).toEqual({
      ok: true,
      persisted: out.persisted,
    });
  });

  it('V80 is put there and brought back by one command, from its own window too', () => {
    expect(commandById('ownWindow')?.toAction(start)).toEqual(opened('a'));
    const press = {
      type: 'keyDown',
      key: 'W',
      code: 'KeyW',
      isAutoRepeat: false,
      shift: true,
      control: false,
      alt: true,
      meta: false,
    };
    expect(decideKey(press, out, 'linux', { serviceId: 'a' })).toEqual(closed('a'));
  });

  it('V80 has its name and what is unread in it as title', () => {
    const unread = {
      kind: 'unread-reported',
      serviceId: 'a',
      source: 'badge',
      unread: { direct: 3, indirect: false },
    } as const;
    expect([decideOwnTitle(out, 'a'), decideOwnTitle(after(out, unread), 'a')]).toEqual([
      'a — Foyer',
      '(3) a — Foyer',
    ]);
  });

  it('V81 whoever goes to it leaves the other window as it is; nothing stands beside it', () => {
    expect(activeOf(after(out, goTo('a')))).toBe('b');
    expect(after(out, { kind: 'split-opened', serviceId: 'a' }).persisted.split).toBeNull();
    const both = after(start, { kind: 'split-opened', serviceId: 'b' }, opened('a'));
    expect([both.persisted.split, activeOf(both)]).toEqual([null, 'b']);
    expect(commandById('service.next')?.toAction(after(out, goTo('c')))).toEqual(goTo('b'));
  });

  it('V81 where all are out one is active as ever, and no page of it is here', () => {
    const all = after(start, ...ids.map(opened));
    expect(activeOf(all)).toBe('c');
    expect(decideLayout(all).visibleServiceId).toBeUndefined();
  });

  it('V82 is looked at while its window is to be seen, and may sleep in one that is minimised', () => {
    expect(selectSeenServices(out)).toEqual(['b', 'a']);
    expect(isPageIdle(out, 'a')).toBe(false);
    const minimised = after(out, own('a', false));
    expect([selectSeenServices(minimised), isPageIdle(minimised, 'a')]).toEqual([['b'], true]);
    const inIt = after(out, main(false), own('a', true, true));
    expect([isOnScreen(inIt, 'a'), isOnScreen(inIt, 'b'), isOnScreen(out, 'a')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('V83 may open dialogs while it has the keyboard, but not fill the screen; its keys act for it', () => {
    const inIt = after(out, main(false), own('a', true, true));
    expect([isInFront(inIt, 'a'), canFillScreen(inIt, 'a')]).toEqual([true, false]);
    const press = (key: string, code: string, control: boolean) =>
      decideKey(
        { type: 'keyDown', key, code, isAutoRepeat: false, shift: false, control, alt: false, meta: false },
        inIt,
        'linux',
        { serviceId: 'a' },
      );
    expect(press('r', 'KeyR', true)).toMatchObject({ kind: 'reload-requested', serviceId: 'a' });
    expect(press('F3', 'F3', false)).toBeUndefined();
  });

  it('V84 has no name and no page while all is locked', () => {
    const locked: AppState = {
      ...out,
      session: { ...out.session, lock: { kind: 'locked' } as AppState['session']['lock'] },
    };
    const look = (state: AppState) => [decideOwnTitle(state, 'a'), isOwnPageSeen(state, 'a')];
    expect([look(out), look(locked)]).toEqual([
      ['a — Foyer', true],
      ['Foyer', false],
    ]);
    expect(selectSeenServices(locked)).toEqual([]);
  });
});

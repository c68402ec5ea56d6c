import { describe, expect, it } from 'vitest';
import { commandById } from '../commands/command-list';
import { decideKey } from '../decide/decide-key';
import { decideLayout } from '../decide/decide-layout';
import {
  decideOwnLine,
  decideOwnTitle,
  hasOwnKeyboard,
  isOwnPageSeen,
  toOwnArea,
  toOwnLineArea,
} from '../decide/decide-own-window';
import { aService, aState } from '../fixtures.test-support';
import { parsePersisted } from '../model/persisted';
import type { Action } from './actions';
import type { AppState } from './app-state';
import { reduce } from './reduce';
import { isPageIdle } from './select-sleep';
import { selectOwnFullScreen } from './select-own-windows';
import { isInFront, isOnScreen, selectFullScreen, selectSeenServices } from './selectors';

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
/** What a key does where the keyboard is. */
const press = (
  state: AppState,
  key: string,
  code: string,
  control = false,
  at: 'shell' | { readonly serviceId: string } = { serviceId: 'a' },
) =>
  decideKey(
    { type: 'keyDown', key, code, isAutoRepeat: false, shift: false, control, alt: false, meta: false },
    state,
    'linux',
    at,
  );
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

  it('V81 is not what comes up with a workspace that has others', () => {
    const quiet = { staysQuiet: false, name: 'W' };
    const workspace = (id: string, serviceIds: readonly string[]): Action => ({
      kind: 'workspace-added',
      workspace: { ...quiet, id, serviceIds },
    });
    const up = (workspaceId: string): Action => ({ kind: 'workspace-activated', workspaceId });
    const both = after(
      start,
      goTo('c'),
      goTo('b'),
      goTo('a'),
      goTo('c'),
      opened('a'),
      workspace('w', ['a', 'b']),
    );
    expect(activeOf(after(both, up('w')))).toBe('b');
    expect(activeOf(after(both, workspace('v', ['a']), up('v')))).toBe('a');
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

  it('V83 may open dialogs and fill the screen while it has the keyboard; its keys act for it', () => {
    const inIt = after(out, main(false), own('a', true, true));
    expect([isInFront(inIt, 'a'), isInFront(out, 'a')]).toEqual([true, false]);
    expect(press(inIt, 'r', 'KeyR', true)).toMatchObject({ kind: 'reload-requested', serviceId: 'a' });
  });

  it('V85 one finds in its page by a line in its window, and in one page at a time', () => {
    const inIt = after(out, main(false), own('a', true, true));
    const open = press(inIt, 'F3', 'F3');
    expect(open).toEqual({ kind: 'own-find-opened', serviceId: 'a' });
    const finding = after(inIt, open ?? goTo('b'));
    expect(press(finding, 'F3', 'F3')).toEqual({ kind: 'find-stepped', step: 1 });
    const content = { width: 600, height: 500 };
    expect([decideOwnLine(finding, 'a'), toOwnArea(finding, 'a', content)]).toEqual([
      'find',
      { x: 0, y: 40, width: 600, height: 460 },
    ]);
    const endings: readonly Action[] = [
      { kind: 'own-find-closed', serviceId: 'a' },
      { kind: 'surface-shown', surface: 'find' },
      closed('a'),
    ];
    for (const ending of endings) expect(after(finding, ending).session.ownFind).toBeUndefined();
    const shell = after(out, { kind: 'surface-shown', surface: 'find' }, open ?? goTo('b'));
    expect([shell.session.surface, shell.session.ownFind]).toEqual([undefined, 'a']);
    // From the window of the shell nobody finds in it.
    expect(press(out, 'F3', 'F3', false, 'shell')).toEqual({ kind: 'surface-shown', surface: 'find' });
  });

  it('V86 its page fills the screen by its window, with a line that says whose it is, as long as that is to be seen', () => {
    const inIt = after(out, main(false), own('a', true, true));
    const full = after(inIt, { kind: 'full-screen-entered', serviceId: 'a', host: 'a.test' });
    expect([decideOwnLine(full, 'a'), selectFullScreen(full)]).toEqual(['sign', undefined]);
    const later = after(full, { kind: 'full-screen-signed' });
    expect([decideOwnLine(later, 'a'), toOwnArea(later, 'a', { width: 600, height: 500 }).y]).toEqual([
      undefined,
      0,
    ]);
    expect(selectOwnFullScreen(later, 'a')).toMatchObject({ host: 'a.test' });
    expect(selectOwnFullScreen(after(later, own('a', false)), 'a')).toBeUndefined();
    expect(selectOwnFullScreen(after(later, closed('a')), 'a')).toBeUndefined();
  });

  it('V87 where its page is lost it is said in its place, until it is up again; one finds in it only then', () => {
    const inIt = after(out, main(false), own('a', true, true));
    const crashed: Action = { kind: 'view-crashed', serviceId: 'a', reason: 'oom', nowMs: 0, jitter: 0 };
    const content = { width: 600, height: 500 };
    const whole = { x: 0, y: 0, ...content };
    const look = (state: AppState) => [
      decideOwnLine(state, 'a'),
      toOwnLineArea(state, 'a', content).height,
      toOwnArea(state, 'a', content).height,
    ];
    const lost = after(inIt, crashed);
    expect([look(lost), toOwnArea(lost, 'a', content)]).toEqual([['failure', 500, 500], whole]);
    expect(hasOwnKeyboard(decideOwnLine(lost, 'a'))).toBe(true);
    expect(after(lost, { kind: 'own-find-opened', serviceId: 'a' })).toBe(lost);
    const again = after(lost, { kind: 'view-load-started', serviceId: 'a' });
    expect(look(again)).toEqual(['failure', 500, 500]);
    const back = after(again, { kind: 'view-loaded', serviceId: 'a' });
    expect([decideOwnLine(back, 'a'), hasOwnKeyboard(decideOwnLine(back, 'a'))]).toEqual([undefined, false]);
    // Who found in it goes on once it is back.
    const finding = after(inIt, { kind: 'own-find-opened', serviceId: 'a' });
    expect(look(finding)).toEqual(['find', 40, 460]);
    expect(look(after(finding, crashed))).toEqual(['failure', 500, 500]);
    // One that was never there yet is waited for in silence.
    expect(decideOwnLine(after(aState([aService('a')]), opened('a')), 'a')).toBeUndefined();
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

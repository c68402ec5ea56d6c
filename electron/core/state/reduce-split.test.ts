import { describe, expect, it } from 'vitest';
import { decideLayout, pagesInOrder } from '../decide/decide-layout';
import { decideOpenings } from '../decide/decide-openings';
import { commandById } from '../commands/command-list';
import { aService, aState } from '../fixtures.test-support';
import { parsePersisted } from '../model/persisted';
import type { Action } from './actions';
import type { AppState } from './app-state';
import { reduce } from './reduce';
import { isPageIdle, selectOthersAwake } from './select-sleep';
import { selectSides } from './select-sides';
import { isInFront, isOnScreen, selectSeenServices } from './selectors';

const sized = (width: number, height: number): Action => ({
  kind: 'window-changed',
  window: { content: { x: 0, y: 0, width, height }, visible: true, focused: true },
});
const ready = (serviceId: string): Action => ({ kind: 'view-loaded', serviceId });
const ids = ['a', 'b', 'c'];
const start = [sized(1000, 700), ...ids.map(ready)].reduce(
  reduce,
  aState([...ids.map((id) => aService(id)), aService('off', { enabled: false })]),
);
const after = (state: AppState, ...actions: readonly Action[]): AppState => actions.reduce(reduce, state);
const opened = (serviceId: string): Action => ({ kind: 'split-opened', serviceId });
const goTo = (serviceId: string): Action => ({ kind: 'service-activated', serviceId });
/** Both sides in order, the one with the keyboard in capitals. */
const look = (state: AppState): string => {
  const { activeServiceId } = state.persisted;
  const sides = selectSides(state);
  const shown = sides === undefined ? [activeServiceId] : [sides.firstId, sides.secondId];
  return shown.map((id) => (id === activeServiceId ? id?.toUpperCase() : id)).join('|');
};
const run = (id: string, state: AppState): AppState => {
  const action = commandById(id)?.toAction(state);
  return action === undefined ? state : reduce(state, action);
};
const split = after(start, opened('b'));

describe('two services side by side', () => {
  it.each<[string, readonly Action[], string]>([
    ['one comes after the one that is up, and gets the keyboard', [], 'a|B'],
    ['whoever goes to one of them is there, and both stay where they are', [goTo('a')], 'A|b'],
    ['whoever goes to a third has it where the keyboard is', [goTo('c')], 'a|C'],
    ['another one beside comes where the other was', [goTo('a'), opened('c')], 'a|C'],
    ['they change places', [{ kind: 'split-swapped' }], 'B|a'],
    ['one side is put away', [{ kind: 'split-closed', serviceId: 'a' }], 'B'],
    ['so is the one with the keyboard', [{ kind: 'split-closed', serviceId: 'b' }], 'A'],
    ['one that is neither cannot be', [{ kind: 'split-closed', serviceId: 'c' }], 'a|B'],
    [
      'one that is turned off leaves the other alone',
      [{ kind: 'service-enabled-set', serviceId: 'a', enabled: false }],
      'B',
    ],
    ['so does one that is removed', [{ kind: 'service-removed', serviceId: 'b' }], 'a|C'],
    ['one that is off does not come beside', [opened('off')], 'a|B'],
    ['nor one that is not there', [opened('gone')], 'a|B'],
  ])('V70 %s', (_, actions, expected) => {
    expect(look(after(split, ...actions))).toBe(expected);
  });

  it('V70 beside one that is off there is none', () => {
    expect(look(after(start, goTo('off'), opened('b')))).toBe('B');
  });

  it('V70 they are put up and away by one command, with the service one was in last', () => {
    const wasInC = after(start, goTo('c'), goTo('a'));
    const both = run('split', wasInC);
    expect(look(both)).toBe('a|C');
    expect(look(run('split.swap', both))).toBe('C|a');
    expect(look(run('split.other', both))).toBe('A|c');
    expect(look(run('split', both))).toBe('C');
    expect(look(run('split', aState([aService('a')])))).toBe('A');
  });

  it('V74 they come back with what is kept, unless one of them cannot', () => {
    expect(parsePersisted(JSON.parse(JSON.stringify(split.persisted)))).toEqual({
      ok: true,
      persisted: split.persisted,
    });
    const { split: _split, ...before } = split.persisted;
    expect(parsePersisted(before)).toMatchObject({ persisted: { split: null } });
    for (const otherId of ['b', 'off', 'gone'])
      expect(
        parsePersisted({ ...split.persisted, split: { otherId, isOtherFirst: true, share: 0.5 } }),
      ).toMatchObject({
        persisted: { split: null },
      });
  });

  it('V74 in a workspace without the other one has the room alone, and both are there again outside it', () => {
    const workspace = { id: 'w', name: 'W', serviceIds: ['b', 'c'], staysQuiet: false };
    const inside = after(
      { ...split, persisted: { ...split.persisted, workspaces: [workspace] } },
      { kind: 'workspace-activated', workspaceId: 'w' },
    );
    expect(look(inside)).toBe('B');
    expect(look(after(inside, { kind: 'workspace-activated', workspaceId: null }))).toBe('a|B');
  });

  it.each([
    [600, 700, 'column'],
    [600, 440, undefined],
    [480, 400, undefined],
  ])(
    'V72 in a window of %d × %d they stand as %s; where there is no room the one with the keyboard has it',
    (width, height, direction) => {
      const narrow = after(split, sized(width, height));
      expect(selectSides(narrow)?.direction).toBe(direction);
      expect(pagesInOrder(decideLayout(narrow))).toEqual(direction === undefined ? ['b'] : ['a', 'b']);
      expect(look(after(narrow, sized(1000, 700)))).toBe('a|B');
    },
  );

  it('V73 the share is kept within bounds, and turned round with the sides', () => {
    const shareOf = (state: AppState) => state.persisted.split?.share;
    const shared = after(split, { kind: 'split-shared', share: 0.7 });
    expect(shareOf(shared)).toBe(0.7);
    expect(shareOf(after(shared, { kind: 'split-swapped' }))).toBe(0.3);
    expect(shareOf(after(shared, goTo('c')))).toBe(0.7);
    expect(shareOf(after(split, { kind: 'split-shared', share: 7 }))).toBe(0.85);
    expect(shareOf(after(split, { kind: 'split-shared', share: Number.NaN }))).toBe(0.5);
  });
});

describe('the page beside the active one', () => {
  it('V75 is seen and on the screen, but what is typed is not for it', () => {
    expect(selectSeenServices(split)).toEqual(['b', 'a']);
    expect([isOnScreen(split, 'a'), isInFront(split, 'a'), isInFront(split, 'b')]).toEqual([
      true,
      false,
      true,
    ]);
    expect([isPageIdle(split, 'a'), isPageIdle(split, 'c')]).toEqual([false, true]);
    expect(selectOthersAwake(split)).toEqual(['c']);
  });

  it('V75 is not where a page of the shell is up, or another fills the screen', () => {
    const inInbox = after(split, { kind: 'page-shown', page: 'inbox' });
    expect(selectSeenServices(inInbox)).toEqual([]);
    expect(decideLayout(inInbox)).toMatchObject({ sides: undefined, beside: { isVisible: false } });
    const full = after(split, { kind: 'full-screen-entered', serviceId: 'b', host: 'b' });
    expect(selectSeenServices(full)).toEqual(['b']);
    expect(pagesInOrder(decideLayout(full))).toEqual(['b']);
  });

  it('V77 cannot fill the screen by itself', () => {
    const full = after(split, { kind: 'full-screen-entered', serviceId: 'a', host: 'a' });
    expect(full.session.fullScreen).toBeUndefined();
  });

  it('V75 gets its page at once, also from sleep', () => {
    const asleep = after(split, { kind: 'view-closed', serviceId: 'a', asleepAtMs: 1 });
    expect(decideOpenings(asleep)).toEqual(['a']);
  });

  it('V71 stands beside it, and stays where it is while a page of the shell is up', () => {
    const { pageArea, beside } = decideLayout(split);
    expect(beside).toMatchObject({
      serviceId: 'a',
      area: { x: 64, y: 72, width: 464, height: 628 },
      isVisible: true,
    });
    expect(pageArea).toEqual({ x: 536, y: 72, width: 464, height: 628 });
    expect(decideLayout(after(split, { kind: 'page-shown', page: 'inbox' })).pageArea).toEqual(pageArea);
  });
});

import { describe, expect, it } from 'vitest';
import { aService, aState } from '../fixtures.test-support';
import { defaultFocus, defaultPass } from '../model/focus';
import type { Workspace } from '../model/workspace';
import type { Action } from './actions';
import type { AppState } from './app-state';
import { reduce } from './reduce';
import { selectServicesInOrder, workspaceAlong } from './select-workspace';
import { selectTotalUnread } from './selectors';

const aWorkspace = (
  id: string,
  serviceIds: readonly string[],
  changes: Partial<Workspace> = {},
): Workspace => ({
  id,
  name: id,
  serviceIds,
  staysQuiet: false,
  ...changes,
});
const workspaces = [aWorkspace('work', ['c', 'a']), aWorkspace('home', ['b', 'a']), aWorkspace('empty', [])];
const start = aState([aService('a'), aService('b'), aService('c'), aService('d')], { workspaces });
const after = (...actions: readonly Action[]): AppState => actions.reduce(reduce, start);
const up = (workspaceId: string | null): Action => ({ kind: 'workspace-activated', workspaceId });
const go = (serviceId: string): Action => ({ kind: 'service-activated', serviceId });
const where = ({ persisted }: AppState): string =>
  `${persisted.activeWorkspaceId ?? 'all'}/${persisted.activeServiceId ?? ''}`;
const bar = (state: AppState): string =>
  selectServicesInOrder(state)
    .map(({ id }) => id)
    .join('');
const idsOf = (state: AppState, id: string): string =>
  state.persisted.workspaces.find((one) => one.id === id)?.serviceIds.join('') ?? '';

describe('workspaces', () => {
  it('O4 are added, renamed, moved, and taken away; nonsense changes nothing', () => {
    const workspace = aWorkspace('new', ['d', 'd', 'gone'], { name: '  Very   new ' });
    const added = after({ kind: 'workspace-added', workspace });
    expect(added.persisted.workspaces.at(-1)).toMatchObject({ name: 'Very new', serviceIds: ['d'] });
    expect(after({ kind: 'workspace-added', workspace: { ...workspace, name: ' ' } })).toBe(start);
    expect(after({ kind: 'workspace-added', workspace: { ...workspace, id: 'work' } })).toBe(start);
    expect(after({ kind: 'workspace-renamed', workspaceId: 'work', name: ' ' })).toBe(start);
    expect(after({ kind: 'workspace-moved', workspaceId: 'work', toIndex: Number.NaN })).toBe(start);
    const moved = after({ kind: 'workspace-moved', workspaceId: 'work', toIndex: 9 });
    expect(moved.persisted.workspaces.map(({ id }) => id)).toEqual(['home', 'empty', 'work']);
    const removed = after(up('work'), { kind: 'workspace-removed', workspaceId: 'work' });
    expect(removed.persisted.services).toHaveLength(4);
    expect(where(removed)).toBe('all/a');
  });

  it('O5 one that is put up brings the service last used in it, else the first that is on', () => {
    expect(where(after(go('b'), up('work')))).toBe('work/a');
    expect(where(after(go('c'), go('b'), up('work')))).toBe('work/c');
    expect(where(after(go('d'), up('home')))).toBe('home/a');
    expect(
      where(after({ kind: 'service-enabled-set', serviceId: 'a', enabled: false }, go('d'), up('work'))),
    ).toBe('work/c');
    expect(where(after({ kind: 'page-shown', page: 'inbox' }, up('work')))).toBe('work/a');
    expect(after({ kind: 'page-shown', page: 'inbox' }, up('work')).session.page).toBe('service');
  });

  it('O5 one without services cannot be put up, and gives way when its last one goes', () => {
    expect(where(after(up('empty')))).toBe('all/a');
    expect(where(after(up('nowhere')))).toBe('all/a');
    const emptied = after(up('work'), {
      kind: 'workspace-services-set',
      workspaceId: 'work',
      serviceIds: [],
    });
    expect(where(emptied)).toBe('all/a');
    const without = after(
      up('work'),
      { kind: 'service-removed', serviceId: 'a' },
      { kind: 'service-removed', serviceId: 'c' },
    );
    expect(where(without)).toMatch(/^all/);
  });

  it('O5 whoever goes elsewhere comes to the first workspace that has it, or to all', () => {
    expect(where(after(up('work'), go('a')))).toBe('work/a');
    expect(where(after(up('work'), go('b')))).toBe('home/b');
    expect(where(after(up('work'), go('d')))).toBe('all/d');
    expect(where(after(up('work'), { kind: 'service-focus-requested', serviceId: 'b' }))).toBe('home/b');
    const taken = after(up('work'), go('c'), {
      kind: 'workspace-services-set',
      workspaceId: 'work',
      serviceIds: ['a'],
    });
    expect(where(taken)).toBe('work/a');
    expect(where(after(up('work'), go('c'), { kind: 'service-removed', serviceId: 'c' }))).toBe('work/a');
  });

  it('O6 the bar has its services in its order, and moving one there changes no other', () => {
    const state = after(up('work'));
    expect(bar(state)).toBe('ca');
    const moved = reduce(state, { kind: 'service-moved', serviceId: 'a', toIndex: 0 });
    expect(bar(moved)).toBe('ac');
    expect(bar(reduce(moved, up('home')))).toBe('ba');
    expect(bar(reduce(moved, up(null)))).toBe('abcd');
    expect(reduce(state, { kind: 'service-moved', serviceId: 'd', toIndex: 0 })).toBe(state);
  });

  it('O6 a service that is added joins the one that is up', () => {
    const state = after(up('work'), { kind: 'service-added', service: aService('new') });
    expect(where(state)).toBe('work/new');
    expect(bar(state)).toBe('canew');
    expect(idsOf(state, 'home')).toBe('ba');
  });

  it('O7 a removal takes a service out for good only once it cannot be undone', () => {
    const removed = after(up('work'), { kind: 'service-removed', serviceId: 'a' });
    expect(bar(removed)).toBe('c');
    const undone = reduce(removed, { kind: 'service-removal-undone', serviceId: 'a' });
    expect(bar(undone)).toBe('ca');
    const final = reduce(removed, { kind: 'service-removal-final', serviceId: 'a' });
    expect(idsOf(final, 'work')).toBe('c');
    expect(idsOf(final, 'home')).toBe('b');
  });

  it('O8 the next and the one before go round, past those without services', () => {
    const along = (state: AppState, step: 1 | -1) => workspaceAlong(state, step)?.id ?? 'all';
    expect(along(start, 1)).toBe('work');
    expect(along(start, -1)).toBe('home');
    expect(along(after(up('home')), 1)).toBe('all');
    expect(workspaceAlong(aState([aService('a')]), 1)).toBeUndefined();
  });

  it('O10 a schedule goes on for the services of a workspace that is taken away', () => {
    const schedule = {
      id: 'night',
      name: 'Night',
      enabled: true,
      ranges: [],
      services: { kind: 'workspace' as const, workspaceId: 'work' },
      pass: defaultPass,
    };
    const state = aState([aService('a'), aService('c')], {
      workspaces,
      focus: { ...defaultFocus, schedules: [schedule] },
    });
    const removed = reduce(state, { kind: 'workspace-removed', workspaceId: 'work' });
    expect(removed.persisted.focus.schedules[0]?.services).toEqual({ kind: 'some', serviceIds: ['c', 'a'] });
  });

  it('O11 the badge counts all, or the workspace that is up', () => {
    const count = (serviceId: string, direct: number): Action => ({
      kind: 'unread-reported',
      serviceId,
      source: 'badge',
      unread: { direct, indirect: false },
    });
    const state = after(up('work'), count('a', 2), count('b', 5));
    expect(selectTotalUnread(state).direct).toBe(7);
    const set = reduce(state, { kind: 'settings-changed', settings: { badgeOf: 'workspace' } });
    expect(selectTotalUnread(set).direct).toBe(2);
    expect(selectTotalUnread(reduce(set, up(null))).direct).toBe(7);
  });
});

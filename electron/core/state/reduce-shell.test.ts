import { describe, expect, it } from 'vitest';
import { aService, aState } from '../fixtures.test-support';
import { PROMPTS_PER_SERVICE_MAX, type Prompt } from '../model/prompt';
import type { Action } from './actions';
import type { AppState } from './app-state';
import { NOTICES_MAX } from './change';
import { reduce } from './reduce';

const service = aService('a');
const off = aService('off', { enabled: false });
const start = aState([service, off]);
const after = (...actions: Action[]): AppState => actions.reduce(reduce, start);

const toPrompt = (id: string, serviceId = 'a'): Prompt => ({
  kind: 'permission',
  id,
  serviceId,
  origin: 'https://a.example.org',
  permission: 'camera',
});
const opened = (id: string, serviceId = 'a'): Action => ({
  kind: 'prompt-opened',
  prompt: toPrompt(id, serviceId),
});
const prompts = (state: AppState): readonly string[] => state.session.prompts.map((one) => one.id);

describe('prompts', () => {
  it('S5 opens so many for a service and no more until one closes', () => {
    const many = Array.from({ length: PROMPTS_PER_SERVICE_MAX + 2 }, (_, index) => opened(`q${index}`));
    const full = after(...many);
    expect(prompts(full)).toEqual(['q0', 'q1', 'q2']);
    const room = reduce(full, { kind: 'prompt-closed', promptId: 'q1' });
    expect(prompts(reduce(room, opened('q9')))).toEqual(['q0', 'q2', 'q9']);
  });

  it.each([
    ['twice', opened('q0')],
    ['for a service that is not there', opened('q1', 'gone')],
    ['for one switched off', opened('q1', 'off')],
  ])('S5 opens none %s', (_, action) => {
    const state = after(opened('q0'));
    expect(reduce(state, action)).toBe(state);
  });
});

describe('notices', () => {
  const shown = (id: string, scheme = 'tel'): Action => ({
    kind: 'notice-shown',
    notice: { kind: 'link-refused', id, scheme },
  });

  it('S4 keeps the newest few', () => {
    const state = after(...Array.from({ length: NOTICES_MAX + 2 }, (_, index) => shown(`l${index}`)));
    expect(state.session.notices.map((one) => one.id)).toEqual(['l2', 'l3', 'l4', 'l5', 'l6']);
  });

  it('S4 keeps as few when services are removed', () => {
    const ids = Array.from({ length: NOTICES_MAX + 2 }, (_, index) => `s${index}`);
    const state = ids
      .flatMap((id): Action[] => [
        { kind: 'service-added', service: { ...service, id } },
        { kind: 'service-removed', serviceId: id },
      ])
      .reduce(reduce, start);
    expect(state.session.notices.map((one) => one.id)).toEqual(ids.slice(2).map((id) => `removed-${id}`));
  });

  it('S4 says the same thing once, at the end', () => {
    const state = after(shown('l1'), shown('l2'), shown('l1', 'ssh'));
    expect(state.session.notices).toMatchObject([{ id: 'l2' }, { id: 'l1', scheme: 'ssh' }]);
    expect(reduce(state, shown('l1', 'ssh'))).toBe(state);
  });

  it('S4 puts one away', () => {
    const state = after(shown('l1'), shown('l2'), { kind: 'notice-dismissed', noticeId: 'l1' });
    expect(state.session.notices.map((one) => one.id)).toEqual(['l2']);
    expect(reduce(state, { kind: 'notice-dismissed', noticeId: 'l1' })).toBe(state);
  });
});

describe('settings', () => {
  it('S12 changes what is given and nothing else', () => {
    const { settings } = after({ kind: 'settings-changed', settings: { theme: 'dark' } }).persisted;
    expect(settings).toEqual({ ...start.persisted.settings, theme: 'dark' });
  });

  it('S1 S12 is the same state when set to what it is', () => {
    expect(reduce(start, { kind: 'settings-changed', settings: { downloads: { kind: 'ask' } } })).toBe(start);
    expect(reduce(start, { kind: 'settings-changed', settings: {} })).toBe(start);
  });
});

describe('the window', () => {
  const bounds = { x: 1, y: 2, width: 800, height: 600 };

  it('S12 keeps its place', () => {
    const state = after({ kind: 'window-placed', place: { bounds, maximized: false } });
    expect(state.persisted.window).toEqual({ bounds, maximized: false });
    expect(reduce(state, { kind: 'window-placed', place: { bounds: { ...bounds }, maximized: false } })).toBe(
      state,
    );
    expect(reduce(state, { kind: 'window-placed', place: { bounds, maximized: true } })).not.toBe(state);
  });

  it('S1 says once how it is', () => {
    const changed: Action = {
      kind: 'window-changed',
      window: { content: bounds, visible: true, focused: true },
    };
    const state = after(changed);
    expect(state.session.window).toEqual({ content: bounds, visible: true, focused: true });
    expect(reduce(state, { ...changed, window: { ...changed.window, content: { ...bounds } } })).toBe(state);
  });

  it.each<[Action, Partial<AppState['session']>]>([
    [{ kind: 'page-shown', page: 'settings' }, { page: 'settings' }],
    [{ kind: 'overlay-changed', open: true }, { overlayOpen: true }],
    [{ kind: 'network-changed', online: false }, { online: false }],
    [{ kind: 'tray-availability-changed', available: true }, { trayAvailable: true }],
    [{ kind: 'system-theme-changed', dark: true }, { systemDark: true }],
    [{ kind: 'shell-painted' }, { shellPainted: true }],
    [{ kind: 'quit-requested' }, { quitting: true }],
  ])('S12 notes %j', (action, expected) => {
    const state = after(action);
    expect(state.session).toEqual({ ...start.session, ...expected });
    expect(reduce(state, action)).toBe(state);
  });

  it('I31 opens the inbox from the bar on all, whatever it was asked for before', () => {
    const asked = after({ kind: 'inbox-opened', filter: { decisions: ['hold'] } });
    expect(asked.session.inboxFilter).toEqual({ decisions: ['hold'] });
    const left = reduce(asked, { kind: 'page-shown', page: 'settings' });
    const back = reduce(left, { kind: 'page-shown', page: 'inbox' });
    expect(back.session.inboxFilter).toEqual({});
    expect(reduce(back, { kind: 'page-shown', page: 'inbox' })).toBe(back);
  });

  it('S1 passes on a wish to be shown without a change', () => {
    expect(reduce(start, { kind: 'window-show-requested' })).toBe(start);
  });
});

import { describe, expect, it } from 'vitest';
import { aService, aState } from '../fixtures.test-support';
import type { Service } from '../model/service';
import type { Action } from '../state/actions';
import { reduce } from '../state/reduce';
import { decideTray, TRAY_SERVICES_MAX, type TrayPlatform } from './decide-tray';

const toService = (id: string, name: string, enabled = true) => aService(id, { name, enabled });
const translate = (key: string, values?: object): string =>
  [key, ...Object.values(values ?? {}).map(String)].join(' ');
const decide = (services: readonly Service[], actions: readonly Action[], platform: TrayPlatform = 'linux') =>
  decideTray(actions.reduce(reduce, aState(services)), translate, platform);
const unread = (serviceId: string, direct: number, indirect = false): Action => ({
  kind: 'unread-reported',
  serviceId,
  source: 'adapter',
  unread: { direct, indirect },
});
const lines = (tray: ReturnType<typeof decide>): readonly string[] =>
  tray.menu.map((item) => (item.kind === 'separator' ? '-' : item.label));

describe('decideTray', () => {
  it('D10 is shown while the desktop has a tray and the app is not ending', () => {
    const there: Action = { kind: 'tray-availability-changed', available: true };
    expect(decide([], []).isVisible).toBe(false);
    expect(decide([], [there]).isVisible).toBe(true);
    expect(decide([], [there, { kind: 'quit-requested' }]).isVisible).toBe(false);
  });

  it.each<[TrayPlatform, boolean, 'light' | 'dark']>([
    ['linux', false, 'dark'],
    ['linux', true, 'dark'],
    ['win32', false, 'light'],
    ['win32', true, 'dark'],
    ['darwin', false, 'light'],
    ['darwin', true, 'dark'],
  ])('D11 on %s with a dark system %s the panel is taken for %s', (platform, dark, panelTheme) => {
    expect(decide([], [{ kind: 'system-theme-changed', dark }], platform).panelTheme).toBe(panelTheme);
  });

  it('D12 lists the enabled services in order, with what is unread', () => {
    const tray = decide(
      [
        toService('a', 'Alpha'),
        toService('b', 'Beta'),
        toService('c', 'Gamma'),
        toService('d', 'Off', false),
      ],
      [unread('a', 4), unread('b', 0, true)],
    );
    expect(lines(tray)).toEqual([
      'tray.serviceWithCount Alpha 4',
      'tray.serviceWithSome Beta',
      'tray.service Gamma',
      '-',
      'tray.pauseForOneHour',
      'tray.focusUntil',
      '-',
      'tray.show',
      'tray.quit',
    ]);
    expect(tray.menu[0]).toMatchObject({ action: { kind: 'service-focus-requested', serviceId: 'a' } });
    expect(tray.icon).toEqual({ kind: 'number', count: 4 });
    expect(tray.tooltip).toBe('tray.tooltip 4');
  });

  it('D12 names the first services only and says how many more there are', () => {
    const services = Array.from({ length: TRAY_SERVICES_MAX + 3 }, (_, index) =>
      toService(`s${index}`, `Service ${index}`),
    );
    const labels = lines(decide(services, []));
    expect(labels[TRAY_SERVICES_MAX - 1]).toBe('tray.service Service 19');
    expect(labels[TRAY_SERVICES_MAX]).toBe('tray.more 3');
    expect(labels[TRAY_SERVICES_MAX + 1]).toBe('-');
  });

  it('D12 offers a pause and focus, and while there is one to end it', () => {
    const menu = decide([], []).menu;
    expect(menu[0]).toMatchObject({
      label: 'tray.pauseForOneHour',
      action: { kind: 'focus-requested', until: { kind: 'minutes', minutes: 60 }, isPause: true },
    });
    const focus = menu[1]?.kind === 'submenu' ? menu[1].items : [];
    expect(focus.map((item) => item.kind === 'action' && item.action)).toEqual(
      [
        { kind: 'minutes', minutes: 30 },
        { kind: 'minutes', minutes: 60 },
        { kind: 'tomorrow' },
        { kind: 'monday' },
        null,
      ].map((until) => ({ kind: 'focus-requested', until, isPause: false })),
    );
    const begun = (isPause: boolean): Action => ({
      kind: 'focus-begun',
      now: { startedAtMs: 0, untilMs: 9, end: 'duration', isPause },
    });
    const paused = decide([], [begun(true)]);
    expect(lines(paused)).toEqual(['tray.resume', '-', 'tray.show', 'tray.quit']);
    expect(paused.tooltip).toBe('tray.tooltipPaused tray.tooltipNone');
    expect(paused.menu[0]).toMatchObject({ action: { kind: 'focus-end-requested' } });
    const focused = decide([], [begun(false)]);
    expect(lines(focused)[0]).toBe('tray.focusEnd');
    expect(focused.tooltip).toBe('tray.tooltipFocus tray.tooltipNone');
  });

  it('D12 leaves the do-not-disturb of the system to the system', () => {
    const tray = decide([], [{ kind: 'system-dnd-changed', dnd: 'on' }]);
    expect(lines(tray)[0]).toBe('tray.pauseForOneHour');
    expect(tray.tooltip).toBe('tray.tooltipFocus tray.tooltipNone');
  });

  it('D12 keeps an ampersand of a name from becoming an access key', () => {
    expect(lines(decide([toService('a', 'Q&A')], []))[0]).toBe('tray.service Q&&A');
  });
});

import { describe, expect, it } from 'vitest';
import { drivenKeys } from '../../../e2e/support/driven-keys';
import en from '../../../resources/locales/en.json';
import { aChannel, aService, aState } from '../fixtures.test-support';
import { defaultKeySettings } from '../model/key-settings';
import type { Action } from '../state/actions';
import { reduce } from '../state/reduce';
import { toCombo } from './combo';
import { appCommands, commandById } from './command-list';
import { nameKeyOf } from './command-name';
import { keyMapOf, keyProblem, keysOf, liveKeysOf } from './key-map';

const platforms = ['darwin', 'linux', 'win32'] as const;
const general = aChannel('g', { name: 'general' });
const state = [
  { kind: 'channels-reported', serviceId: 'a', channels: [general] } as const,
  { kind: 'channel-shown', serviceId: 'a', channelId: 'g' } as const,
].reduce(reduce, aState([aService('a'), aService('off', { enabled: false }), aService('c')]));
const run = (id: string, at = state): Action | undefined => commandById(id)?.toAction(at);

describe('the list of commands', () => {
  it('M3 has each command once, with a name in the locale file', () => {
    const ids = appCommands.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const names: Readonly<Record<string, string>> = en.command;
    expect(appCommands.filter((command) => !names[nameKeyOf(command)]).map(({ id }) => id)).toEqual([]);
  });

  it.each(platforms)('M3 has no key twice on %s, each written as it is kept, none that types', (platform) => {
    const all = appCommands.flatMap((command) => keysOf(command, defaultKeySettings, platform));
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((combo) => toCombo(combo) !== combo)).toEqual([]);
    for (const command of appCommands)
      for (const combo of keysOf(command, defaultKeySettings, platform))
        expect(keyProblem(combo, command.id, defaultKeySettings, platform)).toBeUndefined();
  });

  it('M13 has no key that is not pressed in a page and in the shell, end to end', () => {
    const keys = appCommands.flatMap((command) => command.keys('linux'));
    expect(keys.toSorted()).toEqual(drivenKeys.toSorted());
  });

  it('M3 does nothing, and does not throw, where there is nothing', () => {
    for (const command of appCommands) command.toAction(aState());
    expect(run('reload', aState())).toBeUndefined();
    expect(run('go.back', aState())).toBeUndefined();
    expect(run('zoom.in', aState())).toBeUndefined();
    expect(run('find', aState())).toBeUndefined();
    expect(run('channel.mute', aState())).toBeUndefined();
  });

  it('M4 mutes the channel one is in, or the service where none is known, and gives it back', () => {
    const scope = { kind: 'channel', serviceId: 'a', channelId: 'g', name: 'general', channelKind: 'public' };
    const mute = run('channel.mute');
    expect(mute).toEqual({ kind: 'rule-set', scope, values: { preset: 'nothing' } });
    const muted = mute === undefined ? state : reduce(state, mute);
    expect(run('channel.mute', muted)).toEqual({ kind: 'rule-set', scope, values: {} });
    const inOther = reduce(state, { kind: 'service-activated', serviceId: 'c' });
    expect(run('channel.mute', inOther)).toMatchObject({ scope: { kind: 'service', serviceId: 'c' } });
    expect(run('channel.muteHour')).toMatchObject({ kind: 'pause-requested', scope });
    const paused = reduce(state, {
      kind: 'temporary-rule-set',
      rule: {
        scope: { ...scope, kind: 'channel', channelKind: 'public' },
        values: {},
        startedAtMs: 0,
        untilMs: 9,
        end: 'moment',
      },
    });
    expect(run('channel.mute', paused)).toEqual({ kind: 'temporary-rule-ended', scope });
  });

  it('M4 marks as read the channel one is in, or all of its service', () => {
    expect(run('channel.markRead')).toEqual({
      kind: 'channel-read-requested',
      serviceId: 'a',
      channelId: 'g',
    });
    expect(run('service.markRead')).toEqual({ kind: 'service-read-requested', serviceId: 'a' });
    const inOther = reduce(state, { kind: 'service-activated', serviceId: 'c' });
    expect(run('channel.markRead', inOther)).toBeUndefined();
    expect(run('service.markRead', aState())).toBeUndefined();
  });

  it('M12 zooms by the steps of browsers, and stops at the ends', () => {
    const zoomed = (zoomPercent: number) =>
      reduce(state, { kind: 'service-zoomed', serviceId: 'a', zoomPercent });
    expect(run('zoom.in')).toMatchObject({ zoomPercent: 110 });
    expect(run('zoom.out')).toMatchObject({ zoomPercent: 90 });
    expect(run('zoom.in', zoomed(120))).toMatchObject({ zoomPercent: 125 });
    expect(run('zoom.in', zoomed(300))).toMatchObject({ zoomPercent: 300 });
    expect(run('zoom.out', zoomed(30))).toMatchObject({ zoomPercent: 30 });
    expect(run('zoom.reset', zoomed(300))).toMatchObject({ zoomPercent: 100 });
    expect(zoomed(Number.NaN)).toBe(state);
    expect(zoomed(7000).persisted.services[0]?.zoomPercent).toBe(300);
  });

  it('M11 finding goes on and back once it is called up; before, only its first key is ours', () => {
    expect(run('find')).toEqual({ kind: 'surface-shown', surface: 'find' });
    expect(run('find.previous')).toBeUndefined();
    const finding = reduce(state, { kind: 'surface-shown', surface: 'find' });
    expect(run('find', finding)).toEqual({ kind: 'find-stepped', step: 1 });
    expect(run('find.previous', finding)).toEqual({ kind: 'find-stepped', step: -1 });
  });

  it('M13 in the shell’s own pages finding is searching there', () => {
    const inInbox = reduce(state, { kind: 'page-shown', page: 'inbox' });
    expect(run('find', inInbox)).toEqual({ kind: 'keyboard-move-requested', to: 'search' });
    expect(run('find.previous', inInbox)).toBeUndefined();
  });

  it('R37 own style and script are those of the service that is up, safe mode is for all', () => {
    expect(run('page.code')).toEqual({ kind: 'surface-shown', surface: 'own-code' });
    const editing = reduce(state, { kind: 'surface-shown', surface: 'own-code' });
    expect(run('page.code', editing)).toEqual({ kind: 'surface-closed' });
    expect(run('page.code', reduce(state, { kind: 'page-shown', page: 'inbox' }))).toBeUndefined();
    expect(run('page.code', aState())).toBeUndefined();
    expect(run('safeMode', aState())).toEqual({ kind: 'surface-shown', surface: 'restart' });
  });

  it('M3 what is called up is put away by the same command', () => {
    const shown = reduce(state, { kind: 'surface-shown', surface: 'switcher' });
    expect(run('switcher')).toEqual({ kind: 'surface-shown', surface: 'switcher' });
    expect(run('switcher', shown)).toEqual({ kind: 'surface-closed' });
    expect(run('keys', shown)).toEqual({ kind: 'surface-shown', surface: 'keys' });
    expect(reduce(shown, { kind: 'service-activated', serviceId: 'c' }).session.surface).toBeUndefined();
    expect(reduce(shown, { kind: 'page-shown', page: 'inbox' }).session.surface).toBeUndefined();
  });
});

describe('commands of sleep', () => {
  const asleep = (serviceId: string): Action => ({ kind: 'view-closed', serviceId, asleepAtMs: 1 });

  it('Z62 puts the service one is in to sleep, once', () => {
    expect(run('service.sleep')).toEqual({ kind: 'sleep-requested', serviceId: 'a' });
    expect(run('service.sleep', reduce(state, { kind: 'sleep-requested', serviceId: 'a' }))).toBeUndefined();
    const kept = aState([aService('a', { sleepMode: 'awake' })]);
    expect(run('service.sleep', kept)).toBeUndefined();
  });

  it('Z62 puts all others to sleep, and wakes all, where there are some', () => {
    expect(run('service.sleepOthers')).toEqual({ kind: 'others-sleep-requested' });
    expect(run('service.wakeAll')).toBeUndefined();
    const rest = reduce(state, asleep('c'));
    expect(run('service.sleepOthers', rest)).toBeUndefined();
    expect(run('service.wakeAll', rest)).toEqual({ kind: 'all-wake-requested' });
  });
});

describe('the map of keys', () => {
  const withKeys = (bindings: Readonly<Record<string, readonly string[]>>) => ({ bindings, system: null });

  it('M5 takes what the person set in the place of the own keys; none clears it', () => {
    const map = keyMapOf(withKeys({ switcher: ['Ctrl+J'], inbox: [] }), 'linux');
    expect(map.get('Mod+J')).toBe('switcher');
    expect(map.get('Mod+K')).toBeUndefined();
    expect(map.get('F8')).toBeUndefined();
  });

  it('M5 what the person gave to one command is taken from the others', () => {
    const keys = withKeys({ quit: ['Mod+K'] });
    expect(keyMapOf(keys, 'linux').get('Mod+K')).toBe('quit');
    const switcher = commandById('switcher');
    expect(switcher && liveKeysOf(switcher, keys, 'linux')).toEqual([]);
    expect(switcher && keysOf(switcher, keys, 'linux')).toEqual(['Mod+K']);
  });

  it('M5 says what speaks against a key', () => {
    expect(keyProblem('Mod+K', 'quit', defaultKeySettings, 'linux')).toEqual({
      kind: 'taken',
      by: 'switcher',
    });
    expect(keyProblem('Ctrl+K', 'switcher', defaultKeySettings, 'linux')).toBeUndefined();
    expect(keyProblem('K', 'switcher', defaultKeySettings, 'linux')).toEqual({ kind: 'types' });
    expect(keyProblem('Mod+C', 'switcher', defaultKeySettings, 'darwin')).toEqual({ kind: 'needed' });
    expect(keyProblem('Nonsense', 'switcher', defaultKeySettings, 'linux')).toEqual({ kind: 'types' });
  });

  it('M5 leaves out what is no key, and names that objects have by themselves', () => {
    const keys = withKeys({ switcher: ['Hyper+Nothing', 'F4'], constructor: ['F7'] });
    expect(keyMapOf(keys, 'linux').get('F4')).toBe('switcher');
    expect(keyMapOf(keys, 'linux').get('F7')).toBeUndefined();
  });

  it('O8 puts up the nth workspace and all services, and leaves the keys alone where there is none', () => {
    const at = aState([aService('a')], {
      workspaces: [
        { id: 'work', name: 'Work', serviceIds: ['a'], staysQuiet: false },
        { id: 'empty', name: 'Empty', serviceIds: [], staysQuiet: false },
      ],
    });
    const up = (workspaceId: string | null) => ({ kind: 'workspace-activated', workspaceId });
    expect(run('workspace.1', at)).toEqual(up('work'));
    expect(run('workspace.2', at)).toBeUndefined();
    expect(run('workspace.3', at)).toBeUndefined();
    expect(run('workspace.all', at)).toEqual(up(null));
    expect(run('workspace.next', at)).toEqual(up('work'));
    expect(run('workspace.all')).toBeUndefined();
    expect(run('workspace.next')).toBeUndefined();
  });
});

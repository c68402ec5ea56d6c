import { selectToggledSaving } from '../decide/decide-saving';
import { nextUnread } from '../decide/unread-places';
import type { ForAWhile } from '../model/focus';
import type { Workspace } from '../model/workspace';
import type { Action } from '../state/actions';
import type { SettingsPlace, Surface } from '../state/app-state';
import { goTo, placeAlong } from '../state/places';
import { workspaceAlong } from '../state/select-workspace';
import { muteHere, pauseHere, readHere, stopSharing } from './act-here';
import type { Combo, KeyPlatform } from './combo';
import { nextZoom } from './next-zoom';
import { toggleOwnWindow } from './own-window-here';
import { find, onPage, ownCode, reload, zoom } from './page-here';
import { otherSide, swapSides, toggleSplit } from './split-here';
import { nthService, stepService } from './service-steps';
import { sleepHere, sleepOthers, wakeAll } from './sleep-here';
import type { ToAction } from './to-action';

/** Where a command stands in lists of them. */
export type CommandGroup = 'go' | 'quiet' | 'page' | 'service' | 'workspace' | 'app';

/** Something the person can have done, from anywhere. */
export interface AppCommand {
  /** Also its place in the locale file, under `command.`. */
  readonly id: CommandId;
  readonly group: CommandGroup;
  /** The number in its name, for those of a row. */
  readonly number?: number;
  /** What calls it as long as the person set nothing else. */
  readonly keys: (platform: KeyPlatform) => readonly Combo[];
  /** Again and again while its key is held. */
  readonly repeats: boolean;
  /** Left out of lists to choose from: of no use there, or one of a row. */
  readonly isKeyOnly: boolean;
  /** It does what it does while all else is locked, too. */
  readonly isHeardLocked: boolean;
  /** Gives what it does now; `undefined` where there is nothing to do: then its key is the page's. */
  readonly toAction: ToAction;
}

/** Identifies a command; stays the same over versions, since the person's keys are kept by it. */
export type CommandId = string;

type Keys = readonly Combo[] | { readonly darwin: readonly Combo[]; readonly other: readonly Combo[] };

interface Details {
  readonly repeats?: boolean;
  readonly isKeyOnly?: boolean;
  readonly isHeardLocked?: boolean;
  readonly number?: number;
}

function command(
  group: CommandGroup,
  id: CommandId,
  keys: Keys,
  toAction: ToAction,
  { repeats = false, isKeyOnly = false, isHeardLocked = false, number }: Details = {},
): AppCommand {
  const of = (platform: KeyPlatform): readonly Combo[] =>
    'other' in keys ? (platform === 'darwin' ? keys.darwin : keys.other) : keys;
  const common = { id, group, keys: of, repeats, isKeyOnly, isHeardLocked, toAction };
  return { ...common, ...(number !== undefined && { number }) };
}

const always =
  (action: Action): ToAction =>
  () =>
    action;
const surface =
  (which: Exclude<Surface, 'find'>): ToAction =>
  ({ session }) =>
    session.surface === which ? { kind: 'surface-closed' } : { kind: 'surface-shown', surface: which };
const focusFor = (until: ForAWhile | null, isPause = false): ToAction =>
  always({ kind: 'focus-requested', until, isPause });
const settings = (at: SettingsPlace): AppCommand =>
  command('app', `settings.${at}`, [], always({ kind: 'page-shown', page: 'settings', at }));
const unread =
  (step: 1 | -1, isForMe: boolean): ToAction =>
  (state) => {
    const place = nextUnread(state, step, isForMe);
    return place && goTo(place);
  };
const along =
  (step: 1 | -1): ToAction =>
  (state) => {
    const next = placeAlong(state, step);
    return next && goTo(next.place, next.at);
  };
const HOUR: ForAWhile = { kind: 'minutes', minutes: 60 };
const NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** Everything that can be done by key, in the order of lists. Menu, switcher, list of keys and settings are made of it. */
export const appCommands: readonly AppCommand[] = [
  command('go', 'switcher', ['Mod+K'], surface('switcher')),
  command('go', 'unread.next', ['Alt+Shift+ArrowDown'], unread(1, false), { repeats: true }),
  command('go', 'unread.previous', ['Alt+Shift+ArrowUp'], unread(-1, false), { repeats: true }),
  command('go', 'unread.nextForMe', ['Alt+Shift+PageDown'], unread(1, true), { repeats: true }),
  command('go', 'unread.previousForMe', ['Alt+Shift+PageUp'], unread(-1, true), { repeats: true }),
  command('go', 'go.back', { darwin: ['Mod+['], other: ['Alt+ArrowLeft'] }, along(-1), { repeats: true }),
  command('go', 'go.forward', { darwin: ['Mod+]'], other: ['Alt+ArrowRight'] }, along(1), { repeats: true }),
  command('go', 'recent.next', ['Ctrl+Tab'], always({ kind: 'switching-stepped', step: 1 }), {
    repeats: true,
    isKeyOnly: true,
  }),
  command('go', 'recent.previous', ['Ctrl+Shift+Tab'], always({ kind: 'switching-stepped', step: -1 }), {
    repeats: true,
    isKeyOnly: true,
  }),
  command('go', 'inbox', ['F8'], ({ session }) => ({
    kind: 'page-shown',
    page: session.page === 'inbox' ? 'service' : 'inbox',
  })),
  command('go', 'keyboard', ['F6'], always({ kind: 'keyboard-move-requested', to: 'other' }), {
    repeats: true,
    isKeyOnly: true,
  }),
  command('go', 'keyboard.back', ['Shift+F6'], always({ kind: 'keyboard-move-requested', to: 'back' }), {
    repeats: true,
    isKeyOnly: true,
  }),
  command('quiet', 'focus.toggle', ['F9'], always({ kind: 'focus-toggle-requested' })),
  command('quiet', 'focus.halfHour', [], focusFor({ kind: 'minutes', minutes: 30 })),
  command('quiet', 'focus.hour', [], focusFor(HOUR)),
  command('quiet', 'focus.tomorrow', [], focusFor({ kind: 'tomorrow' })),
  command('quiet', 'pause.hour', [], focusFor(HOUR, true)),
  command('quiet', 'channel.mute', ['Alt+Shift+M'], muteHere),
  command('quiet', 'channel.muteHour', [], pauseHere(HOUR)),
  command('quiet', 'channel.muteTomorrow', [], pauseHere({ kind: 'tomorrow' })),
  command('quiet', 'channel.markRead', ['Alt+Shift+E'], readHere('channel')),
  command('quiet', 'service.markRead', ['Alt+Shift+A'], readHere('service')),
  command('quiet', 'share.stop', ['Alt+Shift+S'], stopSharing),
  command('page', 'find', ['F3'], find(1), { repeats: true }),
  command('page', 'find.previous', ['Shift+F3'], find(-1), { repeats: true, isKeyOnly: true }),
  command('page', 'zoom.in', ['Mod+Plus', 'Mod+='], zoom(nextZoom(1)), { repeats: true }),
  command('page', 'zoom.out', ['Mod+-'], zoom(nextZoom(-1)), { repeats: true }),
  command(
    'page',
    'zoom.reset',
    ['Mod+0'],
    zoom(() => 100),
  ),
  command('page', 'reload', ['Mod+R'], reload(false)),
  command('page', 'reload.start', ['Mod+Shift+R'], reload(true)),
  command('page', 'reload.all', ['Shift+F5'], always({ kind: 'services-reload-requested' })),
  command('page', 'page.back', [], onPage('back'), { repeats: true }),
  command('page', 'page.forward', [], onPage('forward'), { repeats: true }),
  command('page', 'page.copyAddress', [], onPage('copy-address')),
  command('page', 'page.openOutside', [], onPage('open-outside')),
  command('page', 'page.print', [], onPage('print')),
  command('page', 'page.savePdf', [], onPage('save-pdf')),
  command('page', 'page.pictureInPicture', [], onPage('picture-in-picture')),
  command('page', 'page.code', [], ownCode),
  command('service', 'service.next', { darwin: ['Ctrl+PageDown'], other: ['Mod+PageDown'] }, stepService(1), {
    repeats: true,
  }),
  command(
    'service',
    'service.previous',
    { darwin: ['Ctrl+PageUp'], other: ['Mod+PageUp'] },
    stepService(-1),
    { repeats: true },
  ),
  ...NUMBERS.map((number) =>
    command('service', `service.${number}`, [`Mod+${number}`], nthService(number), {
      isKeyOnly: true,
      number,
    }),
  ),
  command('service', 'split', ['Alt+Shift+V'], toggleSplit),
  command('service', 'ownWindow', ['Alt+Shift+W'], toggleOwnWindow),
  command('service', 'split.swap', [], swapSides),
  command('service', 'split.other', [], otherSide),
  command('service', 'service.sleep', [], sleepHere),
  command('service', 'service.sleepOthers', [], sleepOthers),
  command('service', 'service.wakeAll', [], wakeAll),
  command('service', 'service.add', ['Mod+N'], always({ kind: 'page-shown', page: 'add-service' })),
  ...NUMBERS.map((number) =>
    command(
      'workspace',
      `workspace.${number}`,
      { darwin: [`Ctrl+${number}`], other: [`Alt+Shift+${number}`] },
      ({ persisted }) => putUp(persisted.workspaces[number - 1]),
      { isKeyOnly: true, number },
    ),
  ),
  command('workspace', 'workspace.all', { darwin: ['Ctrl+0'], other: ['Alt+Shift+0'] }, ({ persisted }) =>
    persisted.workspaces.length === 0 ? undefined : putUp(null),
  ),
  command('workspace', 'workspace.next', [], (state) => putUp(workspaceAlong(state, 1)), { repeats: true }),
  command('workspace', 'workspace.previous', [], (state) => putUp(workspaceAlong(state, -1)), {
    repeats: true,
  }),
  command('app', 'bar', ['Alt+Shift+B'], ({ persisted }) => ({
    kind: 'settings-changed',
    settings: { barShown: !persisted.settings.barShown },
  })),
  command('app', 'window.fullScreen', [], always({ kind: 'full-screen-toggled' })),
  command('app', 'downloads', ['Alt+Shift+D'], surface('downloads')),
  command('app', 'processes', ['Alt+Shift+P'], surface('processes')),
  command('app', 'keys', ['Mod+/'], surface('keys')),
  command('app', 'rules', [], always({ kind: 'page-shown', page: 'rules' })),
  command('app', 'moving', [], always({ kind: 'page-shown', page: 'moving' })),
  command('app', 'backup', [], always({ kind: 'page-shown', page: 'moving' })),
  command('app', 'settings', ['Mod+,'], always({ kind: 'page-shown', page: 'settings' })),
  settings('notifications'),
  settings('focus'),
  settings('inbox'),
  settings('lock'),
  settings('keys'),
  settings('workspaces'),
  settings('sync'),
  settings('services'),
  settings('memory'),
  command('app', 'saver', [], (state) => ({
    kind: 'settings-changed',
    settings: { saving: selectToggledSaving(state) },
  })),
  settings('links'),
  settings('reset'),
  command('app', 'safeMode', [], surface('restart')),
  command('app', 'diagnostics', [], surface('diagnostics')),
  command('app', 'lock', ['Mod+Shift+L'], ({ session }) =>
    session.lock.kind === 'open' ? { kind: 'lock-requested' } : undefined,
  ),
  command('app', 'quit', ['Mod+Q'], always({ kind: 'quit-requested' }), { isHeardLocked: true }),
];

const byId: ReadonlyMap<CommandId, AppCommand> = new Map(appCommands.map((one) => [one.id, one]));

export const commandById = (id: CommandId): AppCommand | undefined => byId.get(id);

/** One without services cannot be put up. */
const putUp = (workspace: Workspace | null | undefined): Action | undefined =>
  workspace === undefined || workspace?.serviceIds.length === 0
    ? undefined
    : { kind: 'workspace-activated', workspaceId: workspace?.id ?? null };

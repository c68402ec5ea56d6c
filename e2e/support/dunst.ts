import { writeFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { join } from 'node:path';
import type { Message } from 'dbus-next';
import { type RunningProcess, startProcess, waitUntilReady } from '../servers/lib/process.js';
import { type BusConnection, hasOwner } from './desktop-bus.js';
import { createDunstLog, type DesktopNotification, type DunstLog } from './dunst-log.js';

export type { DesktopNotification } from './dunst-log.js';

/** What dunst itself remembers of one that is gone. */
export interface HistoryEntry {
  readonly id: number;
  readonly appName: string;
  readonly title: string;
  readonly body: string;
  readonly iconPath: string;
}

export interface Dunst {
  /** Every notification that reached the daemon, oldest first. */
  notifications(): readonly DesktopNotification[];
  /** The first that fits and comes from now on. */
  nextNotification(
    fits: (one: DesktopNotification) => boolean,
    timeoutMs?: number,
  ): Promise<DesktopNotification>;
  /** The first that fits, come already or still to come. */
  findNotification(
    fits: (one: DesktopNotification) => boolean,
    timeoutMs?: number,
  ): Promise<DesktopNotification>;
  /** Does what a click on it does; returns when the daemon has told the app. */
  click(id: number): Promise<void>;
  /** Picks one of its other actions; returns when the daemon has told the app. */
  act(id: number, key: string): Promise<void>;
  /** Takes it off the screen; returns when the daemon has told the app. */
  close(id: number): Promise<void>;
  closeAll(): Promise<void>;
  /** What dunst says of itself. */
  counts(): Promise<{ readonly shown: number; readonly waiting: number; readonly history: number }>;
  history(): Promise<readonly HistoryEntry[]>;
  /** Forgets what came so far; what is on screen stays. */
  forget(): void;
  /** Ends the daemon, as on a desktop without one. */
  halt(): Promise<void>;
  resume(): Promise<void>;
}

const NAME = 'org.freedesktop.Notifications';
const STANDARD = { name: NAME, path: '/org/freedesktop/Notifications', interface: NAME };
const OWN = { ...STANDARD, interface: 'org.dunstproject.cmd0' };
const PROPERTIES = { ...STANDARD, interface: 'org.freedesktop.DBus.Properties' };

// dunst 1.9 can act on the topmost notification only, unless one chooses from its menu, and that is run by a program
// of our choice: each action is a line that ends in "[id,key]".
/** How long a menu may take to pick what it was told to. */
const MENU_MS = 1_000;

const CONFIGURATION = `[global]
    origin = top-right
    offset = 12x12
    width = 340
    height = 120
    notification_limit = 20
    sort = yes
    stack_duplicates = false
    history_length = 100
    idle_threshold = 0
    show_indicators = no
    show_age_threshold = -1
    font = Sans 10
    icon_position = left
    max_icon_size = 48
    corner_radius = 6
    frame_color = "#8a8f98"
    always_run_script = false
    dmenu = CHOOSER
[urgency_low]
    timeout = 0
[urgency_normal]
    background = "#25272b"
    foreground = "#f2f3f5"
    timeout = 0
[urgency_critical]
    timeout = 0
`;

/** Told of one, dunst draws it a little later, and only then its menu has it: the menu is called until something was picked. */
async function askUntil(acted: Promise<unknown>, ask: () => Promise<unknown>): Promise<void> {
  const done = acted.then(() => true);
  for (;;) {
    await ask();
    const isDone = await Promise.race([done, setTimeout(MENU_MS, false)]);
    if (isDone) return;
  }
}

/** A real notification daemon (Debian's dunst) on that bus. `hear` has to be given the bus traffic. */
export async function startDunst(
  folder: string,
  connection: BusConnection,
  env: NodeJS.ProcessEnv,
): Promise<Dunst & { readonly hear: (message: Message, receivedAtMs: number) => void }> {
  const file = join(folder, 'dunstrc');
  const chooser = join(folder, 'choose');
  await writeFile(file, CONFIGURATION.replace('CHOOSER', chooser));
  // It hears dunst out: one that ends in the middle of what dunst has to say has picked nothing.
  const choose = `#!/bin/sh\ngrep -F -f '${join(folder, 'wanted')}' | head -n 1\n`;
  await writeFile(chooser, choose, { mode: 0o755 });
  const log: DunstLog = createDunstLog();
  let running: RunningProcess | undefined;
  const resume = async () => {
    if (running) return;
    running = startProcess('/usr/bin/dunst', ['-conf', file], { name: 'dunst', env });
    await waitUntilReady(running, () => hasOwner(connection, NAME));
  };
  await resume();
  const count = async (property: string) => {
    const [value] = await connection.call(PROPERTIES, 'Get', 'ss', [OWN.interface, property]);
    return Number(value);
  };
  const close = async (id: number) => {
    if (!log.open().some((one) => one.id === id)) return;
    const closed = log.closed.next((one) => one.id === id);
    await connection.call(STANDARD, 'CloseNotification', 'u', [id]);
    await closed;
  };
  const act = async (id: number, wanted: string | undefined) => {
    const one = log.open().find((candidate) => candidate.id === id);
    if (!one) throw new Error(`Notification ${id} is not on screen.`);
    const key = wanted ?? (one.actions.length === 1 ? one.actions[0]?.key : 'default');
    if (!one.actions.some((action) => action.key === key))
      throw new Error(`"${one.title}" has no action ${key}.`);
    await writeFile(join(folder, 'wanted'), `[${id},${key}]`);
    const acted = log.invoked.next((answer) => answer.id === id && answer.action === key);
    await askUntil(acted, () => connection.call(OWN, 'ContextMenuCall'));
    if (one.hints['resident'] !== true) await close(id); // dunst leaves that to its mouse settings
  };
  return {
    hear: (message, receivedAtMs) => log.hear(message, receivedAtMs),
    notifications: () => log.shown.items,
    nextNotification: (fits, timeoutMs) => log.shown.next(fits, timeoutMs),
    findNotification: (fits, timeoutMs) => log.shown.find(fits, timeoutMs),
    click: (id) => act(id, undefined),
    act,
    close,
    closeAll: async () => {
      for (const one of log.open()) await close(one.id);
    },
    counts: async () => ({
      shown: await count('displayedLength'),
      waiting: await count('waitingLength'),
      history: await count('historyLength'),
    }),
    history: async () => {
      const [entries] = await connection.call(OWN, 'NotificationListHistory');
      return (entries as readonly Record<string, unknown>[]).map((entry) => ({
        id: Number(entry['id']),
        appName: String(entry['appname']),
        title: String(entry['summary']),
        body: String(entry['body']),
        iconPath: String(entry['icon_path']),
      }));
    },
    forget: () => log.forget(),
    halt: async () => {
      const ending = running;
      running = undefined;
      await ending?.stop();
      log.forgetOpen();
    },
    resume,
  };
}

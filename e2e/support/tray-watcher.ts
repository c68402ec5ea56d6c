import { Message, MessageType } from 'dbus-next';
import { type BusConnection, type BusTarget, connectBus } from './desktop-bus.js';
import { clickEntry, findEntry, readMenu, type TrayMenuEntry } from './tray-watcher-menu.js';
import { readTrayItem, type TrayItem } from './tray-watcher-item.js';
import { answerWatcherCall, WATCHER, type WatcherState } from './tray-watcher-service.js';

export type { TrayItem } from './tray-watcher-item.js';
export type { TrayMenuEntry } from './tray-watcher-menu.js';

export interface TrayWatcher {
  /** Takes the watcher's name on the bus: from now on the desktop has a tray. */
  start(): Promise<void>;
  /** Gives the name up and forgets all items, as when the panel ends. */
  stop(): void;
  /** All items that are registered now, read afresh from their apps. */
  items(): Promise<readonly TrayItem[]>;
  /** The first item that fits, now or as soon as one does after a change. */
  nextTray(fits: (item: TrayItem) => boolean, timeoutMs?: number): Promise<TrayItem>;
  /** The entries of an item's menu; of the only item when none is given. */
  menu(item?: TrayItem): Promise<readonly TrayMenuEntry[]>;
  /** Clicks the entry of that label, at whatever depth. */
  clickMenu(label: string, item?: TrayItem): Promise<void>;
  /** What a left click on the icon does. */
  activate(item?: TrayItem): Promise<void>;
}

const PATIENCE_MS = 10_000;

/** The tray of a desktop: an owner of org.kde.StatusNotifierWatcher, not yet started. */
export function createTrayWatcher(address: string): TrayWatcher {
  const registered = new Map<string, BusTarget>();
  const changed = new Set<() => void>();
  let connection: BusConnection | undefined;
  const tell = () => [...changed].forEach((hear) => hear());
  const connected = () => {
    if (!connection) throw new Error('The tray is not there: start it first.');
    return connection;
  };
  const announce = (signal: string, name: string) =>
    connection?.bus.send(Message.newSignal(WATCHER.path, WATCHER.interface, signal, 's', [name]));
  const state: WatcherState = {
    names: () => [...registered.keys()],
    register: (key, target) => {
      registered.set(key, target);
      announce('StatusNotifierItemRegistered', key);
      tell();
    },
  };
  const forget = (owner: string) => {
    for (const [key, target] of registered) {
      if (target.name !== owner) continue;
      registered.delete(key);
      announce('StatusNotifierItemUnregistered', key);
    }
  };
  const items = async () => {
    const targets = [...registered.values()];
    const read = await Promise.all(targets.map((target) => readTrayItem(connected(), target)));
    return read.filter((item) => item !== undefined);
  };
  const only = async (item?: TrayItem) => {
    const found = item ?? (await items())[0];
    if (!found) throw new Error('There is nothing in the tray.');
    return found;
  };
  return {
    start: async () => {
      if (connection) return;
      const own = await connectBus(address);
      connection = own;
      own.bus.addMethodHandler((message: Message) => answerWatcherCall(own.bus, message, state));
      own.bus.on('message', (message) => {
        if (message.type !== MessageType.SIGNAL) return;
        const [name, , newOwner] = message.body as [string, string, string];
        if (message.member === 'NameOwnerChanged' && newOwner === '') forget(name);
        tell();
      });
      await own.listen("type='signal',interface='org.kde.StatusNotifierItem'");
      await own.listen("type='signal',interface='com.canonical.dbusmenu'");
      await own.listen("type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged'");
      await own.bus.requestName(WATCHER.name, 0);
      own.bus.send(Message.newSignal(WATCHER.path, WATCHER.interface, 'StatusNotifierHostRegistered'));
    },
    stop: () => {
      connection?.close();
      connection = undefined;
      registered.clear();
    },
    items,
    nextTray: (fits, timeoutMs = PATIENCE_MS) => waitFor(changed, items, fits, timeoutMs),
    menu: async (item) => readMenu(connected(), await only(item)),
    clickMenu: async (label, item) => {
      const target = await only(item);
      const entry = findEntry(await readMenu(connected(), target), label);
      await clickEntry(connected(), target, entry);
    },
    activate: async (item) => {
      const { service, path } = await only(item);
      const target = { name: service, path, interface: 'org.kde.StatusNotifierItem' };
      await connected().call(target, 'Activate', 'ii', [0, 0]);
    },
  };
}

function waitFor(
  changed: Set<() => void>,
  items: () => Promise<readonly TrayItem[]>,
  fits: (item: TrayItem) => boolean,
  timeoutMs: number,
): Promise<TrayItem> {
  return new Promise((resolve, reject) => {
    const endLooking = () => {
      clearTimeout(timer);
      changed.delete(look);
    };
    const refuse = (error: unknown) => {
      endLooking();
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    let seen: readonly TrayItem[] = [];
    const look = () => {
      items().then((all) => {
        seen = all;
        const found = all.find(fits);
        if (!found) return;
        endLooking();
        resolve(found);
      }, refuse);
    };
    const timer = setTimeout(() => {
      endLooking();
      const brief = seen.map(({ id, title, status, iconName, tooltip }) => ({
        id,
        title,
        status,
        iconName,
        tooltip,
      }));
      reject(new Error(`No such tray item in ${timeoutMs} ms. There is: ${JSON.stringify(brief)}`));
    }, timeoutMs);
    changed.add(look);
    look();
  });
}

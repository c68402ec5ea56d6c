import { Message, type MessageBus, Variant } from 'dbus-next';
import type { BusTarget } from './desktop-bus.js';

export const WATCHER: BusTarget = {
  name: 'org.kde.StatusNotifierWatcher',
  path: '/StatusNotifierWatcher',
  interface: 'org.kde.StatusNotifierWatcher',
};

export interface WatcherState {
  names(): string[];
  register(key: string, target: BusTarget): void;
}

const ITEM_PATH = '/StatusNotifierItem';

/** Answers one method call as a tray's watcher does; false when it is none of the watcher's business. */
export function answerWatcherCall(bus: MessageBus, message: Message, state: WatcherState): boolean {
  if (message.path !== WATCHER.path) return false;
  const answer = (signature = '', body: unknown[] = []) => {
    bus.send(Message.newMethodReturn(message, signature, body));
    return true;
  };
  const properties = () => ({
    RegisteredStatusNotifierItems: new Variant('as', state.names()),
    IsStatusNotifierHostRegistered: new Variant('b', true),
    ProtocolVersion: new Variant('i', 0),
  });
  const [first, second] = message.body as [string, string];
  switch (`${message.interface} ${message.member}`) {
    case `${WATCHER.interface} RegisterStatusNotifierItem`: {
      // Either a bus name, or only a path, and then the sender is the item.
      const isPath = first.startsWith('/');
      const name = isPath ? message.sender : first;
      const path = isPath ? first : ITEM_PATH;
      state.register(isPath ? `${name}${path}` : name, {
        name,
        path,
        interface: 'org.kde.StatusNotifierItem',
      });
      return answer();
    }
    case `${WATCHER.interface} RegisterStatusNotifierHost`:
      return answer();
    case 'org.freedesktop.DBus.Properties GetAll':
      return answer('a{sv}', [properties()]);
    case 'org.freedesktop.DBus.Properties Get': {
      const value = Object.entries(properties()).find(([key]) => key === second)?.[1];
      return value ? answer('v', [value]) : false;
    }
    default:
      return false;
  }
}

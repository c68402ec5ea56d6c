import { listIn, own, ownCount, ownText, parsedJson } from '../raw';

/** A room or conversation, as the server tells of it. */
export interface Room {
  readonly id: number;
  readonly name: string;
  readonly type: string;
  unread: number;
  highlight: number;
  muted: boolean;
  /** Of its last message. */
  time: string;
}

export interface Network {
  readonly uuid: string;
  nick: string;
  readonly rooms: Room[];
}

/** What the page's settings say of notifications. */
export interface Settings {
  /** The page's own switch; it is never taken over from other browsers. */
  readonly isOn: boolean;
  readonly isSynced: boolean;
  notifiesAll: boolean;
  highlights: string;
}

/** What is known, as events change it. */
export interface Model {
  networks: Network[];
  readonly settings: Settings;
}

/** Reads what the page keeps of its settings; what is not there is as in a new browser. */
export function readSettings(text: string): Settings {
  const said = parsedJson(text);
  const words = own(said, 'highlights');
  return {
    isOn: own(said, 'desktopNotifications') === true,
    isSynced: own(said, 'syncSettings') !== false,
    notifiesAll: own(said, 'notifyAllMessages') === true,
    highlights: Array.isArray(words) ? words.join(',') : ownText(said, 'highlights'),
  };
}

/** Gives the model as the page's probe hands it over. */
export const toRaw = ({ networks, settings }: Model): object => ({
  isLoaded: true,
  isConnected: true,
  highlights: settings.highlights,
  notifiesAll: settings.notifiesAll,
  networks: networks.map(({ uuid, nick, rooms }) => ({ uuid, nick, channels: rooms })),
});

export interface FoundRoom {
  readonly network: Network;
  readonly room: Room;
}

/** Finds a room by the number it has now. */
export function findRoom({ networks }: Model, id: unknown): FoundRoom | undefined {
  for (const network of networks) {
    const room = network.rooms.find((one) => one.id === id);
    if (room !== undefined) return { network, room };
  }
  return undefined;
}

export const toNetwork = (said: unknown): Network => ({
  uuid: ownText(said, 'uuid'),
  nick: ownText(said, 'nick'),
  rooms: listIn(said, 'channels').map(toRoom),
});

const toRoom = (said: unknown): Room => ({
  id: ownCount(said, 'id'),
  name: ownText(said, 'name'),
  type: ownText(said, 'type'),
  unread: ownCount(said, 'unread'),
  highlight: ownCount(said, 'highlight'),
  muted: own(said, 'muted') === true,
  time: ownText(listIn(said, 'messages').at(-1), 'time'),
});

/** Lets an event of the server change what is known. */
export function applyEvent(model: Model, name: string, said: unknown): void {
  if (Object.hasOwn(appliers, name)) appliers[name]?.(model, said);
}

const appliers: Readonly<Record<string, (model: Model, said: unknown) => void>> = {
  network: ({ networks }, said) => {
    const one = own(said, 'network');
    // Older servers tell of several at once.
    for (const network of one === undefined ? listIn(said, 'networks') : [one])
      networks.push(toNetwork(network));
  },
  quit: (model, said) => {
    model.networks = model.networks.filter(({ uuid }) => uuid !== own(said, 'network'));
  },
  nick: ({ networks }, said) => {
    const network = networks.find(({ uuid }) => uuid === own(said, 'network'));
    if (network !== undefined) network.nick = ownText(said, 'nick');
  },
  join: ({ networks }, said) => {
    const rooms = networks.find(({ uuid }) => uuid === own(said, 'network'))?.rooms;
    rooms?.splice(ownCount(said, 'index') || rooms.length, 0, toRoom(own(said, 'chan')));
  },
  part: (model, said) => {
    const found = findRoom(model, own(said, 'chan'));
    found?.network.rooms.splice(found.network.rooms.indexOf(found.room), 1);
  },
  msg: (model, said) => {
    const room = findRoom(model, own(said, 'chan'))?.room;
    if (room === undefined) return;
    room.unread = ownCount(said, 'unread');
    room.highlight = ownCount(said, 'highlight');
    room.time = ownText(own(said, 'msg'), 'time') || room.time;
  },
  open: (model, said) => clear(findRoom(model, said)),
  'history:clear': (model, said) => clear(findRoom(model, own(said, 'target'))),
  'mute:changed': (model, said) => {
    const found = findRoom(model, own(said, 'target'));
    if (found === undefined) return;
    // The lobby stands for its network.
    for (const room of found.room.type === 'lobby' ? found.network.rooms : [found.room])
      if (room.type !== 'special') room.muted = own(said, 'status') === true;
  },
  'setting:all': ({ settings }, said) => {
    for (const name of ['notifyAllMessages', 'highlights']) set(settings, name, own(said, name));
  },
  'setting:new': ({ settings }, said) => set(settings, ownText(said, 'name'), own(said, 'value')),
};

const clear = (found: FoundRoom | undefined): void =>
  void (found && Object.assign(found.room, { unread: 0, highlight: 0 }));

function set(settings: Settings, name: string, value: unknown): void {
  if (!settings.isSynced) return;
  if (name === 'notifyAllMessages' && typeof value === 'boolean') settings.notifiesAll = value;
  if (name === 'highlights' && typeof value === 'string') settings.highlights = value;
}

import { connectDisplay, namedRequest } from './x-client.js';

/** Hears what apps ask of the window manager, on a display that has none. */
export interface WindowWishes {
  /** How often a window wished to be maximised. */
  maximised(): Promise<number>;
  stop(): void;
}

const CHANGE_ATTRIBUTES = 2;
const INTERN_ATOM = 16;
const EVENT_MASK = 0x800;
const SUBSTRUCTURE_NOTIFY = 0x80000;
const CLIENT_MESSAGE = 33;
/** Marks an event that a client sent. */
const SENT = 0x80;

/** Listens on the root window, which is where a window's wishes go. */
export async function hearWindowWishes(displayName: string): Promise<WindowWishes> {
  const client = await connectDisplay(displayName);
  const atom = async (name: string) => (await client.ask(namedRequest(INTERN_ATOM, name))).readUInt32LE(8);
  const listen = Buffer.alloc(16);
  listen.set([CHANGE_ATTRIBUTES, 0, 4, 0]);
  listen.writeUInt32LE(client.root, 4);
  listen.writeUInt32LE(EVENT_MASK, 8);
  listen.writeUInt32LE(SUBSTRUCTURE_NOTIFY, 12);
  client.send(listen);
  const state = await atom('_NET_WM_STATE');
  return {
    maximised: async () => {
      const wish = await atom('_NET_WM_STATE_MAXIMIZED_VERT');
      return client.events.filter(
        (event) =>
          (event.readUInt8(0) & ~SENT) === CLIENT_MESSAGE &&
          event.readUInt32LE(8) === state &&
          [event.readUInt32LE(16), event.readUInt32LE(20)].includes(wish),
      ).length;
    },
    stop: client.stop,
  };
}

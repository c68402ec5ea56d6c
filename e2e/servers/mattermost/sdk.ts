import type * as Vendor from '@mattermost/client';
import type { Client4, WebSocketBroadcast, WebSocketClient, WebSocketMessage } from '@mattermost/client';
import { WebSocket } from 'ws';
import { loadFrom } from '../lib/packages.js';
import { createHappenings, type FindOptions, type Happenings } from '../web/happenings.js';

/** The events of that name; the library names them by a const enum, which cannot be used from here. */
type Named<Name extends string, Message = WebSocketMessage> = Message extends {
  readonly event: infer Event extends string;
}
  ? `${Event}` extends Name
    ? Message
    : never
  : never;

export interface SdkEvent {
  readonly event: string;
  readonly data: unknown;
  readonly broadcast: WebSocketBroadcast;
  readonly seq: number;
}

/** A person at the vendor's own client library. */
export interface SdkPerson {
  readonly rest: Client4;
  readonly userId: string;
  readonly socket: WebSocketClient;
  readonly events: Happenings<SdkEvent>;
  /** The first event of that name among those from `after` on. */
  next<Name extends string>(name: Name, options?: FindOptions): Promise<Named<Name>>;
  /** How often the library found that it may have missed something and has to ask for everything anew. */
  missedCount(): number;
  leave(): void;
}

/** Lends what the library expects of a browser and Node 20 does not have, keeps its chatter off the console; gives what undoes it. */
export function lendBrowser(): () => void {
  const { log, warn, error } = console;
  Object.assign(globalThis, { WebSocket, CloseEvent: class extends Event {}, window: new EventTarget() });
  Object.assign(console, { log: () => undefined, warn: () => undefined, error: () => undefined });
  return () => {
    for (const name of ['WebSocket', 'CloseEvent', 'window']) Reflect.deleteProperty(globalThis, name);
    Object.assign(console, { log, warn, error });
  };
}

/** Signs in by REST and listens by websocket, with a token or, as pages do, with cookies. */
export async function startSdkPerson(
  url: string,
  name: string,
  { isByCookie = false }: { readonly isByCookie?: boolean } = {},
): Promise<SdkPerson> {
  const vendor = loadFrom('@mattermost/client', '@mattermost/client') as typeof Vendor;
  const rest = new vendor.Client4();
  rest.setUrl(url);
  const { id: userId } = await rest.login(name, `${name}-pw`);
  const events = createHappenings<SdkEvent>();
  let missed = 0;
  const token = rest.getToken();
  const headers = isByCookie ? { cookie: `MMAUTHTOKEN=${token}` } : {};
  const socket = new vendor.WebSocketClient({
    minWebSocketRetryTime: 50,
    reconnectJitterRange: 1,
    newWebSocketFn: (address: string) =>
      new WebSocket(address, { headers }) as unknown as globalThis.WebSocket,
  });
  socket.addMessageListener(events.add);
  socket.addMissedMessageListener(() => {
    missed += 1;
  });
  socket.initialize(`${url.replace('http', 'ws')}/api/v4/websocket`, isByCookie ? undefined : token);
  await events.find(isNamed('hello'));
  return {
    rest,
    userId,
    socket,
    events,
    next: async <Name extends string>(name: Name, options?: FindOptions) =>
      (await events.find(isNamed(name), options)) as unknown as Named<Name>,
    missedCount: () => missed,
    leave: () => socket.close(),
  };
}

const isNamed = (name: string) => (one: SdkEvent) => one.event === name;

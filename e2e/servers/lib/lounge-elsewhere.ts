import { WebSocket } from 'ws';
import type { Lounge } from '../lounge.js';
import { LOOPBACK } from './net.js';

/** A room as the server tells of it. */
export interface LoungeRoomTruth {
  readonly id: number;
  readonly name: string;
  readonly type: string;
  readonly unread: number;
  readonly highlight: number;
  readonly muted: boolean;
}

/** Another client of the same person's, with no room open. */
export interface LoungeElsewhere {
  /** All rooms as the server had them when this client came. */
  readonly rooms: readonly LoungeRoomTruth[];
  /** Says something to the server; returns when it has passed. */
  emit(name: string, ...said: readonly unknown[]): Promise<void>;
  close(): Promise<void>;
}

interface Init {
  readonly networks: readonly { readonly channels: readonly LoungeRoomTruth[] }[];
}

/** Comes in by the person's token, as a page does. */
export async function openElsewhere(lounge: Lounge, name: string): Promise<LoungeElsewhere> {
  const { user, token } = lounge.storageFor(name);
  const socket = new WebSocket(`ws://${LOOPBACK}:${lounge.port}/socket.io/?EIO=4&transport=websocket`);
  const waiting = new Map<string, (said: unknown) => void>();
  const next = (event: string): Promise<unknown> =>
    new Promise((resolve) => void waiting.set(event, resolve));
  const send = (event: string, ...said: readonly unknown[]): void =>
    socket.send(`42${JSON.stringify([event, ...said])}`);
  const [start, init] = [next('auth:start'), next('init')];
  socket.on('message', (data: Buffer) => {
    const text = data.toString();
    if (text.startsWith('0')) socket.send('40');
    if (text === '2') socket.send('3');
    if (!text.startsWith('42')) return;
    const [event, said] = JSON.parse(text.slice(2)) as readonly [string, unknown];
    waiting.get(event)?.(said);
  });
  await start;
  send('auth:perform', { user, token, lastMessage: -1, openChannel: null, hasConfig: true });
  send('open', null);
  const { networks } = (await init) as Init;
  return {
    rooms: networks.flatMap(({ channels }) => channels),
    emit: async (event, ...said) => {
      send(event, ...said);
      // The server answers in order.
      const answered = next('setting:all');
      send('setting:get');
      await answered;
    },
    close: () =>
      new Promise((resolve) => {
        socket.once('close', () => resolve());
        socket.close();
      }),
  };
}

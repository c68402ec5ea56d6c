import { aPort } from '../listen-port.test-support';
import { listen } from './listener';

/** What is taken of a page of Alice's. */
export const values = {
  user: 'alice',
  token: 't1',
  settings: '{"desktopNotifications":true,"highlights":"deploy"}',
};

export const TIME = '2026-11-25T21:00:00.000Z';

/** A message as the server tells of it. */
export const message = (id: number, more: object = {}) => ({
  id,
  time: TIME,
  type: 'message',
  from: { nick: 'carol', mode: '' },
  text: `text ${id}`,
  self: false,
  highlight: false,
  ...more,
});

/** What the server knows. */
export const networks = [
  {
    uuid: 'n1',
    nick: 'alice',
    channels: [
      {
        id: 1,
        name: 'Loopback',
        type: 'lobby',
        unread: 3,
        highlight: 0,
        muted: false,
        messages: [message(2)],
      },
      {
        id: 2,
        name: '#Dev',
        type: 'channel',
        unread: 5,
        highlight: 2,
        muted: false,
        messages: [message(40)],
      },
      {
        id: 3,
        name: '#busy',
        type: 'channel',
        unread: 9,
        highlight: 9,
        muted: true,
        messages: [message(39)],
      },
      { id: 4, name: 'bob', type: 'query', unread: 0, highlight: 0, muted: false, messages: [] },
    ],
  },
];

/** Listens; `say` is what the server says. */
export function open(resume?: unknown, own: Readonly<Record<string, string>> = values) {
  const heard = aPort();
  const stop = listen(
    { url: 'https://irc.example/lounge/?x#/chan-2', credentials: { cookies: {}, values: own }, resume },
    heard.port,
  );
  const socket = heard.sockets[0];
  const say = (name: string, said?: unknown): void =>
    socket?.hear.onText(`42${JSON.stringify([name, said])}`);
  return { ...heard, stop, say, socket, sent: socket?.sent ?? [] };
}
/** The same, until it is live. */
export async function openLive(resume?: unknown, own = values) {
  const opened = open(resume, own);
  opened.socket?.hear.onText('0{"sid":"s","pingInterval":25000,"pingTimeout":60000}');
  opened.say('auth:start', 7);
  opened.say('auth:success');
  opened.say('init', { active: -1, networks });
  // What it does next it does in turns of its own.
  await new Promise((resolve) => queueMicrotask(() => resolve(undefined)));
  return opened;
}

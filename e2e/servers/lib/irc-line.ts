import { connect } from 'node:net';
import { LOOPBACK } from './net.js';

export interface IrcLine {
  /** Nick of who caused it, or the server's name. */
  readonly from: string;
  readonly command: string;
  readonly params: readonly string[];
}

export interface IrcConnection {
  send(line: string): void;
  /** Sends and returns when `isAnswer` says so of a later line. */
  request(line: string, isAnswer: (line: IrcLine) => boolean): Promise<IrcLine>;
  onLine(hear: (line: IrcLine) => void): () => void;
  close(): Promise<void>;
}

/** Takes one line of IRC apart. */
export function parseIrcLine(text: string): IrcLine {
  const match = /^(?:@\S+ +)?(?::(\S+) +)?(\S+) *(.*)$/.exec(text);
  const [head = '', ...tail] = ` ${match?.[3] ?? ''}`.split(/ :(.*)/s);
  return {
    from: (match?.[1] ?? '').split('!')[0] ?? '',
    command: (match?.[2] ?? '').toUpperCase(),
    params: [...head.split(' ').filter(Boolean), ...(tail.length > 0 ? [tail[0] ?? ''] : [])],
  };
}

/**
 * Opens a registered IRC connection under that nick.
 * @throws when the nick is refused or the daemon hangs up.
 */
export async function connectIrc(port: number, nick: string): Promise<IrcConnection> {
  const socket = connect(port, LOOPBACK).setNoDelay(true);
  const listeners = new Set<(line: IrcLine) => void>();
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  let rest = '';
  socket.setEncoding('utf8');
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: string) => {
    const lines = (rest + chunk).split(/\r?\n/);
    rest = lines.pop() ?? '';
    for (const line of lines.filter(Boolean).map(parseIrcLine)) {
      if (line.command === 'PING') socket.write(`PONG :${line.params.at(-1) ?? ''}\r\n`);
      for (const hear of listeners) hear(line);
    }
  });
  const send = (line: string) => void socket.write(`${line}\r\n`);
  const onLine = (hear: (line: IrcLine) => void) => {
    listeners.add(hear);
    return () => void listeners.delete(hear);
  };
  const request = (line: string, isAnswer: (line: IrcLine) => boolean) =>
    new Promise<IrcLine>((resolve, reject) => {
      const stop = onLine((heard) => {
        if (!isAnswer(heard)) return;
        stop();
        resolve(heard);
      });
      void closed.then(() => reject(new Error(`The IRC connection of ${nick} closed.`)));
      send(line);
    });
  const welcome = await request(
    `NICK ${nick}\r\nUSER ${nick.toLowerCase()} 0 * :${nick}`,
    (line) => line.command === '001' || line.command === 'ERROR' || /^4[33]\d$/.test(line.command),
  );
  if (welcome.command !== '001') {
    socket.destroy();
    throw new Error(`The IRC daemon refused ${nick}: ${welcome.params.join(' ')}`);
  }
  return {
    send,
    request,
    onLine,
    close: async () => {
      socket.end('QUIT :bye\r\n');
      await closed;
    },
  };
}

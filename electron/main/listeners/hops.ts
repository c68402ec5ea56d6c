import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { ListenProblem } from '../../recipes/listening';
import type { createSecurer, JudgeCertificate } from './secure';
import type { Hop, Login } from './protocol';
import { whenReady } from './when-ready';

/** Where a line is to end. */
export interface Target {
  /** Without brackets. */
  readonly host: string;
  readonly port: number;
  /** Plain HTTP, which a proxy is asked to pass on itself. */
  readonly isPlainHttp: boolean;
}

/** What it takes to go through a hop. */
export interface HopPort {
  readonly secure: ReturnType<typeof createSecurer>;
  readonly judge: JudgeCertificate;
  readonly signal: AbortSignal;
}

/** Gives a line to a target through one hop. */
export async function openHop(hop: Hop, target: Target, port: HopPort): Promise<Socket> {
  switch (hop.kind) {
    case 'direct':
      return openTcp(target.host, target.port, port.signal);
    case 'socks4':
    case 'socks5':
      return openSocks(hop, target, port.signal);
    case 'http':
    case 'https': {
      const plain = await openTcp(hop.host, hop.port, port.signal);
      const toProxy =
        hop.kind === 'http' ? plain : await port.secure(plain, hop.host, hop.port, port.judge, port.signal);
      return target.isPlainHttp ? toProxy : openTunnel(toProxy, hop.login, target, port.signal);
    }
  }
}

/** The header that tells who somebody is. */
export const toBasic = ({ username, password }: Login): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

async function openTcp(host: string, port: number, signal: AbortSignal): Promise<Socket> {
  // As in Chromium, all names below it are of this machine, whatever the system makes of them.
  const here = /(?:^|\.)localhost\.?$/i.test(host) ? 'localhost' : host;
  const stream = connect({ host: here, port, noDelay: true });
  await whenReady(stream, 'connect', signal);
  return stream;
}

function openTunnel(
  toProxy: Socket,
  login: Login | undefined,
  { host, port }: Target,
  signal: AbortSignal,
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const place = `${host.includes(':') ? `[${host}]` : host}:${port}`;
    const fail = (): void => {
      toProxy.destroy();
      reject(new ListenProblem('proxy'));
    };
    const asked = request({
      method: 'CONNECT',
      path: place,
      headers: { host: place, ...(login === undefined ? {} : { 'proxy-authorization': toBasic(login) }) },
      createConnection: () => toProxy,
    });
    signal.addEventListener('abort', fail, { once: true });
    asked.on('error', fail);
    asked.on('response', fail);
    asked.on('connect', ({ statusCode = 0 }, stream: Socket, head) => {
      signal.removeEventListener('abort', fail);
      if (statusCode < 200 || statusCode > 299) return fail();
      if (head.length > 0) stream.unshift(head);
      stream.on('error', () => undefined);
      resolve(stream);
    });
    asked.end();
  });
}

/** SOCKS has its library, which is loaded where somebody has such a proxy. */
async function openSocks(hop: Hop, target: Target, signal: AbortSignal): Promise<Socket> {
  const { SocksClient } = await import('socks');
  const stream = await openTcp(hop.host, hop.port, signal);
  const onAbort = (): void => void stream.destroy();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    const { socket } = await SocksClient.createConnection({
      command: 'connect',
      existing_socket: stream,
      proxy: { host: hop.host, port: hop.port, type: hop.kind === 'socks5' ? 5 : 4 },
      destination: { host: target.host, port: target.port },
    });
    return socket;
  } catch {
    stream.destroy();
    throw new ListenProblem('proxy');
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

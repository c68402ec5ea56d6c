import { execFile } from 'node:child_process';
import { connect, createServer, type AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { closing } from '../servers/web/web-server.js';

// The one link of the network that `npm run faults` gives us, apart from loopback; see `scripts/lib/own-network.mjs`.
const LINK = 'foyer0';
/** This machine on it. */
export const V4 = '10.86.0.1';
export const V6 = 'fd86::1';
const v6Bytes = [0xfd, 0x86, ...Array.from({ length: 13 }, () => 0), 1];

/** As the name server is to tell them. */
export const addressBytes = { v4: V4.split('.').map(Number), v6: v6Bytes } as const;

const ip = (...args: readonly string[]) => promisify(execFile)('/usr/sbin/ip', [...args]);

/** The cable is pulled. */
export async function goDown(): Promise<void> {
  await ip('addr', 'flush', 'dev', LINK);
  await ip('link', 'set', LINK, 'down');
}

/** And put back, with addresses of these kinds. */
export async function comeUp(...kinds: readonly ('v4' | 'v6')[]): Promise<void> {
  await ip('link', 'set', LINK, 'up');
  if (kinds.includes('v4')) {
    await ip('addr', 'replace', `${V4}/24`, 'dev', LINK);
    await ip('route', 'replace', 'default', 'via', '10.86.0.2');
  }
  if (kinds.includes('v6')) {
    await ip('-6', 'addr', 'replace', `${V6}/64`, 'dev', LINK, 'nodad');
    await ip('-6', 'route', 'replace', 'default', 'via', 'fd86::2', 'dev', LINK);
  }
}

/** Stands at that address and leads on to a port of loopback. */
export async function leadOn(
  host: string,
  port: number,
): Promise<{ readonly port: number; readonly stop: () => Promise<void> }> {
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    near.on('error', () => far.destroy()).on('close', () => far.destroy());
    far.on('error', () => near.destroy()).on('close', () => near.destroy());
    near.pipe(far).pipe(near);
  });
  const stop = closing(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, host, resolve);
  });
  return { port: (server.address() as AddressInfo).port, stop };
}

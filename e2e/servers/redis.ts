import { createFolder, type Managed, ready, startManaged } from './lib/managed.js';
import { findFreePorts, isAccepting, LOOPBACK } from './lib/net.js';
import { startProcess, waitUntilReady } from './lib/process.js';

export interface Redis extends Managed {
  readonly port: number;
}

/** A real Redis (Debian's redis-server) on a free loopback port, empty at first. */
export async function startRedis(): Promise<Redis> {
  const folder = await createFolder('redis');
  const [port = 0] = await findFreePorts(1);
  const args = [
    ...['--port', String(port), '--bind', LOOPBACK, '--dir', folder],
    // What it holds is there again after a halt.
    ...['--save', '', '--appendonly', 'yes'],
  ];
  const managed = await startManaged(folder, () =>
    ready(startProcess('/usr/bin/redis-server', args, { name: 'Redis' }), (running) =>
      waitUntilReady(running, () => isAccepting(port)),
    ),
  );
  return { ...managed, port };
}

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Balancer, BalancerOptions } from './lib/balancer.js';
import { createFolder, ready, startManaged } from './lib/managed.js';
import { isAccepting, LOOPBACK } from './lib/net.js';
import { startProcess, waitUntilReady } from './lib/process.js';

/** A real HAProxy (Debian's) before the instances of a server: in turn, without sticky sessions, looking after them. */
export async function startHaproxy(options: BalancerOptions): Promise<Balancer> {
  const { port } = options;
  const folder = await createFolder('haproxy');
  const file = join(folder, 'haproxy.cfg');
  const write = (passes: boolean) => writeFile(file, haproxyConfig(options, passes));
  await write(true);
  const managed = await startManaged(folder, () =>
    ready(startProcess('/usr/sbin/haproxy', ['-db', '-f', file], { name: 'HAProxy' }), (running) =>
      waitUntilReady(running, () => isAccepting(port)),
    ),
  );
  return {
    ...managed,
    url: `http://${LOOPBACK}:${port}/`,
    passSockets: async (passes) => {
      await write(passes);
      await managed.restart();
    },
  };
}

const haproxyConfig = ({ port, backends }: BalancerOptions, passesSockets: boolean): string => `
global
  maxconn 256
defaults
  mode http
  timeout connect 1s
  timeout client 60s
  timeout server 60s
  timeout tunnel 1h
  option redispatch
  retries 2
frontend chat
  bind ${LOOPBACK}:${port}
${passesSockets ? '' : '  http-request deny deny_status 400 if { hdr(upgrade) -i websocket }'}
  default_backend instances
backend instances
  balance roundrobin
${backends.map((one, index) => `  server instance${index} ${LOOPBACK}:${one} check inter 200ms fall 1 rise 1`).join('\n')}
`;

import { startBalancer, TLS_FILE, type Balancer, type BalancerOptions } from './lib/balancer.js';
import { LOOPBACK } from './lib/net.js';

/** A real HAProxy (Debian's) before the instances of a server: in turn, without sticky sessions, looking after them. */
export const startHaproxy = (options: BalancerOptions): Promise<Balancer> =>
  startBalancer(
    {
      name: 'HAProxy',
      command: '/usr/sbin/haproxy',
      args: (_folder, file) => ['-db', '-f', file],
      config: haproxyConfig,
    },
    options,
  );

function haproxyConfig(
  folder: string,
  { port, backends, tls }: BalancerOptions,
  passesSockets: boolean,
): string {
  return `
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
  bind ${LOOPBACK}:${port}${tls === undefined ? '' : ` ssl crt ${folder}/${TLS_FILE}`}
  http-request set-header X-Forwarded-Proto ${tls === undefined ? 'http' : 'https'}
${passesSockets ? '' : '  http-request deny deny_status 400 if { hdr(upgrade) -i websocket }'}
  default_backend instances
backend instances
  balance roundrobin
${backends.map((one, index) => `  server instance${index} ${LOOPBACK}:${one} check inter 200ms fall 1 rise 1`).join('\n')}
`;
}

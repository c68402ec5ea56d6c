import { startBalancer, TLS_FILE, type Balancer, type BalancerOptions } from './lib/balancer.js';
import { LOOPBACK } from './lib/net.js';

/** A real nginx (Debian's) before the instances of a server: in turn, without sticky sessions. */
export const startNginx = (options: BalancerOptions): Promise<Balancer> =>
  startBalancer(
    {
      name: 'nginx',
      command: '/usr/sbin/nginx',
      args: (folder, file) => ['-p', folder, '-c', file, '-e', 'stderr'],
      config: nginxConfig,
    },
    options,
  );

function nginxConfig(
  folder: string,
  { port, backends, tls }: BalancerOptions,
  passesSockets: boolean,
): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log stderr warn;
events { worker_connections 256; }
http {
  access_log off;
${temporary.map((name) => `  ${name}_temp_path ${folder}/${name};`).join('\n')}
  map $http_upgrade $connection_upgrade { default upgrade; '' ''; }
  upstream instances {
${backends.map((backend) => `    server ${LOOPBACK}:${backend} max_fails=1 fail_timeout=1s;`).join('\n')}
  }
  server {
    listen ${LOOPBACK}:${port}${tls === undefined ? '' : ' ssl'};
${tls === undefined ? '' : `    ssl_certificate ${folder}/${TLS_FILE};\n    ssl_certificate_key ${folder}/${TLS_FILE};`}
    location / {
      proxy_pass http://instances;
      proxy_http_version 1.1;
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-Proto $scheme;
      proxy_connect_timeout 1s;
      proxy_read_timeout 1h;
${passesSockets ? PASS : ''}
    }
  }
}
`;
}

const PASS = `      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection $connection_upgrade;`;

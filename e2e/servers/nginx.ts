import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Balancer, BalancerOptions } from './lib/balancer.js';
import { createFolder, ready, startManaged } from './lib/managed.js';
import { isAccepting, LOOPBACK } from './lib/net.js';
import { startProcess, waitUntilReady } from './lib/process.js';

/** A real nginx (Debian's) before the instances of a server: in turn, without sticky sessions. */
export async function startNginx(options: BalancerOptions): Promise<Balancer> {
  const { port } = options;
  const folder = await createFolder('nginx');
  const file = join(folder, 'nginx.conf');
  const write = (passes: boolean) => writeFile(file, nginxConfig(folder, options, passes));
  await write(true);
  const args = ['-p', folder, '-c', file, '-e', 'stderr'];
  const managed = await startManaged(folder, () =>
    ready(startProcess('/usr/sbin/nginx', args, { name: 'nginx' }), (running) =>
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

function nginxConfig(folder: string, { port, backends }: BalancerOptions, passesSockets: boolean): string {
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
${backends.map((backend) => `    server ${LOOPBACK}:${backend} max_fails=1 fail_timeout=5s;`).join('\n')}
  }
  server {
    listen ${LOOPBACK}:${port};
    location / {
      proxy_pass http://instances;
      proxy_http_version 1.1;
      proxy_set_header Host $http_host;
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

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createFolder, ready, startManaged, type Managed } from './lib/managed.js';
import { findFreePorts, isAccepting, LOOPBACK } from './lib/net.js';
import { startProcess, waitUntilReady } from './lib/process.js';

/** A real WebDAV server: Debian's nginx with its two modules for it. */
export interface Webdav extends Managed {
  /** `/` at the end. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** Where its files are. */
  readonly files: string;
}

const MODULE = '/usr/lib/nginx/modules/ngx_http_dav_ext_module.so';

/** Starts it with a folder of its own. */
export async function startWebdav(): Promise<Webdav> {
  const folder = await createFolder('webdav');
  const [user, password] = ['ann', 'pass word'];
  const files = join(folder, 'files');
  await mkdir(files);
  await writeFile(join(folder, 'users'), `${user}:{PLAIN}${password}\n`);
  const [port = 0] = await findFreePorts(1);
  const file = join(folder, 'nginx.conf');
  await writeFile(file, config(folder, port));
  const managed = await startManaged(folder, () =>
    ready(
      startProcess('/usr/sbin/nginx', ['-p', folder, '-c', file, '-e', 'stderr'], { name: 'nginx' }),
      (running) => waitUntilReady(running, () => isAccepting(port)),
    ),
  );
  return { ...managed, url: `http://${LOOPBACK}:${port}/`, user, password, files };
}

const config = (folder: string, port: number): string => `
load_module ${MODULE};
daemon off;
worker_processes 1;
${process.getuid?.() === 0 ? 'user root;' : ''}
pid ${folder}/nginx.pid;
error_log stderr warn;
events { worker_connections 64; }
http {
  access_log off;
${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `  ${name}_temp_path ${folder}/${name};`).join('\n')}
  server {
    listen ${LOOPBACK}:${port};
    root ${folder}/files;
    client_max_body_size 50m;
    auth_basic "files";
    auth_basic_user_file ${folder}/users;
    location / {
      dav_methods PUT DELETE MKCOL;
      dav_ext_methods PROPFIND OPTIONS;
    }
  }
}
`;

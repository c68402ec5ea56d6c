import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closing } from './web-server.js';

/** Serves one page over TLS with a certificate that nobody has reason to trust. */
export async function startSelfSigned(): Promise<{
  readonly url: string;
  readonly stop: () => Promise<void>;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-tls-'));
  const file = (name: string) => join(folder, name);
  const subject = [
    '-subj',
    '/CN=127.0.0.1',
    '-addext',
    'subjectAltName=IP:127.0.0.1',
    '-days',
    '2',
    '-nodes',
  ];
  const program = process.env['OPENSSL'] ?? 'openssl';
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
  execFileSync(program, ['req', ...kind, ...subject, '-keyout', file('key'), '-out', file('cert')], {
    stdio: 'ignore',
  });
  const server = createServer({ key: readFileSync(file('key')), cert: readFileSync(file('cert')) });
  rmSync(folder, { recursive: true });
  server.on('request', (_request, response) => response.end('<title>Secret</title>'));
  const stop = closing(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `https://127.0.0.1:${(server.address() as AddressInfo).port}/`, stop };
}

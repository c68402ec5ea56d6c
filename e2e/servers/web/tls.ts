import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfSigned } from '../../support/self-signed.js';
import { closing } from './web-server.js';

/** Serves one page over TLS with a certificate that nobody has reason to trust. */
export async function startSelfSigned(): Promise<{
  readonly url: string;
  readonly stop: () => Promise<void>;
}> {
  const server = createServer(selfSigned);
  server.on('request', (_request, response) => response.end('<title>Secret</title>'));
  const stop = closing(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `https://127.0.0.1:${(server.address() as AddressInfo).port}/`, stop };
}

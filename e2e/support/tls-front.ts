import { connect } from 'node:net';
import { createServer, type TLSSocket } from 'node:tls';
import type { AddressInfo } from 'node:net';
import { LOOPBACK, listening } from '../servers/lib/net.js';
import type { Identity } from './certificates.js';

/** What stands before a server, so that it is reached by TLS. */
export interface TlsFront {
  readonly url: string;
  /** Host and port. */
  readonly place: string;
  /** Lines that are open. */
  readonly open: () => number;
  stop(): Promise<void>;
}

/** Stands before the server at a port of loopback, with that certificate. */
export async function startTlsFront(identity: Identity, port: number): Promise<TlsFront> {
  const lines = new Set<TLSSocket>();
  const server = await listening(
    createServer({ key: identity.key, cert: identity.cert }, (near) => {
      const far = connect(port, LOOPBACK);
      lines.add(near);
      near.on('close', () => {
        lines.delete(near);
        far.destroy();
      });
      near.on('error', () => far.destroy());
      far.on('error', () => near.destroy());
      far.on('close', () => near.destroy());
      near.pipe(far).pipe(near);
    }),
  );
  const place = `${LOOPBACK}:${(server.address() as AddressInfo).port}`;
  return {
    url: `https://${place}/`,
    place,
    open: () => lines.size,
    stop: async () => {
      const ended = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const line of lines) line.destroy();
      await ended;
    },
  };
}

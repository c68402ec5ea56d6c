import { connect, createServer, type Socket } from 'node:net';
import { findFreePorts, listening, LOOPBACK } from './net.js';

/** A wire to a server that can be cut. */
export interface Line {
  readonly port: number;
  /** Ends all connections and takes no new ones. */
  cut(): void;
  restore(): void;
  stop(): Promise<void>;
}

/** Lays one to that loopback port. */
export async function startLine(toPort: number): Promise<Line> {
  const [port = 0] = await findFreePorts(1);
  const open = new Set<Socket>();
  let isCut = false;
  const server = await listening(
    createServer((near) => {
      if (isCut) return void near.destroy();
      const far = connect(toPort, LOOPBACK);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        open.add(one);
        one.on('error', () => one.destroy());
        one.on('close', () => {
          open.delete(one);
          other.destroy();
        });
        one.pipe(other);
      }
    }),
    port,
  );
  const cut = () => {
    isCut = true;
    for (const socket of open) socket.destroy();
  };
  return {
    port,
    cut,
    restore: () => {
      isCut = false;
    },
    stop: () => {
      cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createFolder, ready, startManaged, type Managed } from './managed.js';
import { isAccepting, LOOPBACK } from './net.js';
import { startProcess, waitUntilReady } from './process.js';

/** What stands before several instances of a server; each request goes to any of them. */
export interface BalancerOptions {
  /** Where it listens, on loopback. */
  readonly port: number;
  /** The ports of the instances. */
  readonly backends: readonly number[];
  /** Speaks https with that certificate, and to the instances in the open. */
  readonly tls?: { readonly key: string; readonly cert: string };
}

export interface Balancer extends Managed {
  /** `/` at the end. */
  readonly url: string;
  /** Passes WebSockets on from now on, or refuses them; all connections are cut by that. */
  passSockets(passes: boolean): Promise<void>;
}

/** One program that balances, and how it is told what to do. */
interface Program {
  readonly name: string;
  readonly command: string;
  readonly args: (folder: string, file: string) => readonly string[];
  readonly config: (folder: string, options: BalancerOptions, passesSockets: boolean) => string;
}

/** Where a balancer finds its certificate and key, in its folder. */
export const TLS_FILE = 'edge.pem';

/** Starts it with a folder of its own. */
export async function startBalancer(program: Program, options: BalancerOptions): Promise<Balancer> {
  const { name, command, args, config } = program;
  const { port, tls } = options;
  const folder = await createFolder(name.toLowerCase());
  if (tls !== undefined)
    await writeFile(join(folder, TLS_FILE), `${tls.cert.trimEnd()}\n${tls.key.trimEnd()}\n`);
  const file = join(folder, 'balancer.conf');
  const write = (passes: boolean) => writeFile(file, config(folder, options, passes));
  await write(true);
  const managed = await startManaged(folder, () =>
    ready(startProcess(command, [...args(folder, file)], { name }), (running) =>
      waitUntilReady(running, () => isAccepting(port)),
    ),
  );
  return {
    ...managed,
    url: `${tls === undefined ? 'http' : 'https'}://${LOOPBACK}:${port}/`,
    passSockets: async (passes) => {
      await write(passes);
      await managed.restart();
    },
  };
}

import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ready } from '../../lib/managed.js';
import { isAccepting } from '../../lib/net.js';
import { type RunningProcess, startProcess, waitUntilReady } from '../../lib/process.js';
import type { ClientConfig } from '../client-config.js';
import type { ServerFacts } from '../rest/endpoint.js';
import type { Instance } from './instance.js';

/** All that an instance in a process of its own has to know; what it serves is in the Redis. */
export interface ProcessWishes {
  readonly redisPort: number;
  readonly port: number;
  readonly facts: ServerFacts;
  readonly config: ClientConfig;
  readonly heartbeatMs: number;
}

/** What the process prints whenever a WebSocket opens or closes. */
export const toCountLine = (count: number): string => `sockets ${count}\n`;

const MAIN = fileURLToPath(new URL('instance-main.ts', import.meta.url));

/** Starts an instance as a process of its own; halting kills it outright, as a crash or a lost machine does. */
export async function startInstanceProcess(wishes: ProcessWishes): Promise<Instance> {
  const { port, config } = wishes;
  const name = `Instance ${port} of Rocket.Chat`;
  const now: { running: RunningProcess | undefined } = { running: undefined };
  const resume = async (): Promise<void> => {
    const args = ['--import', 'tsx', MAIN, JSON.stringify(wishes)];
    now.running ??= await ready(startProcess(process.execPath, args, { name }), (running) =>
      waitUntilReady(running, () => isAccepting(port)),
    );
  };
  await resume();
  return {
    port,
    url: `http://127.0.0.1:${port}${config.rootPath}/`,
    isUp: () => now.running !== undefined,
    halt: async () => {
      const { running } = now;
      now.running = undefined;
      await running?.stop('SIGKILL');
    },
    resume,
    dropSockets: () => {
      if (now.running !== undefined) process.kill(now.running.pid, 'SIGUSR2');
    },
    socketCount: () =>
      Number([...(now.running?.output() ?? '').matchAll(/^sockets (\d+)$/gm)].at(-1)?.[1] ?? 0),
  };
}

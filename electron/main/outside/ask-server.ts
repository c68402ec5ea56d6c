import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import * as z from 'zod/mini';
import { ARGUMENTS_MAX, ASKED_MAX } from '../../core/outside/texts';
import type { Stop } from '../store/app-store';
import { readLine } from './ask-lines';
import type { AskPlace } from './ask-place';
import type { OutsideAnswer, OutsideDesk } from './outside-desk';

/** All arguments there may be, in JSON, which writes some characters in six. */
export const REQUEST_BYTES_MAX = ARGUMENTS_MAX * ASKED_MAX * 6;
const PATIENCE_MS = 5_000;
const CONNECTIONS_MAX = 8;

const requestSchema = z.object({
  args: z.array(z.string().check(z.maxLength(ASKED_MAX))).check(z.maxLength(ARGUMENTS_MAX)),
});

const misread: OutsideAnswer = { code: 2, text: '' };

/**
 * Hears commands of this user's own programs: one line of JSON in, one out. Its folder and socket are for this user alone.
 * Whoever holds the lock of the data folder starts it, so what lies there is of a Foyer that was killed.
 */
export function startAskServer(
  { address, folder }: AskPlace,
  hear: OutsideDesk['hear'],
  onProblem: (error: unknown) => void,
): Stop {
  const server = createServer({ allowHalfOpen: true }, (socket) => void serve(socket, hear));
  server.maxConnections = CONNECTIONS_MAX;
  server.on('error', onProblem);
  try {
    if (folder !== undefined) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      // It may have been there, made by nobody knows whom.
      chmodSync(folder, 0o700);
      rmSync(address, { force: true });
    }
    server.listen(address, () => {
      if (folder !== undefined) chmodSync(address, 0o600);
    });
    server.unref();
  } catch (error) {
    onProblem(error);
  }
  return () => void server.close();
}

async function serve(socket: Socket, hear: OutsideDesk['hear']): Promise<void> {
  socket.on('error', () => socket.destroy());
  const line = await readLine(socket, REQUEST_BYTES_MAX, PATIENCE_MS);
  if (line === undefined) return void socket.destroy();
  const args = readRequest(line);
  socket.end(`${JSON.stringify(args === undefined ? misread : hear(args))}\n`);
  socket.setTimeout(PATIENCE_MS, () => socket.destroy());
  return undefined;
}

/** Reads the line of a program that asks; undefined when it is none. */
export function readRequest(line: string): readonly string[] | undefined {
  try {
    return requestSchema.safeParse(JSON.parse(line)).data?.args;
  } catch {
    return undefined;
  }
}

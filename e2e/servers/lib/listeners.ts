import { setTimeout } from 'node:timers/promises';
import type { Listen, ListenStart } from '../../../electron/recipes/listening';
import { listenOver, type ListeningLine } from './listening-line.js';

/** What a test does with a server, and with what opens listeners to it. */
export type WithListeners<Server, Args extends readonly unknown[]> = (
  server: Server,
  open: (...args: Args) => Promise<ListeningLine>,
) => Promise<void>;

/** Starts a server, and stops it after the test with all listeners that were opened; `startOf` says what one starts from. */
export async function withListeners<
  Server extends { readonly stop: () => Promise<void> },
  Args extends readonly unknown[],
>(
  listen: Listen,
  starting: Promise<Server>,
  startOf: (server: Server, ...args: Args) => Promise<Omit<ListenStart, 'resume'>>,
  use: WithListeners<Server, Args>,
): Promise<void> {
  const server = await starting;
  const lines: ListeningLine[] = [];
  try {
    await use(server, async (...args) => {
      const line = listenOver(listen, await startOf(server, ...args));
      lines.push(line);
      return line;
    });
  } finally {
    lines.forEach((line) => line.stop());
    await server.stop();
  }
}

/** Cookies as credentials have them. */
export const cookiesByName = (
  cookies: readonly { readonly name: string; readonly value: string }[],
): Readonly<Record<string, string>> => Object.fromEntries(cookies.map(({ name, value }) => [name, value]));

/** How much is unread as a listener told it, by the ids of channels. */
export const unreadById = (line: ListeningLine) =>
  Object.fromEntries([...line.channels().values()].map(({ id, unread }) => [id, unread]));

/** What a listener told of channels, by their names. */
export const countsByName = (line: ListeningLine) =>
  Object.fromEntries(
    [...line.channels().values()].map(({ name, unread, mentions, muted }) => [
      name,
      { unread, mentions, muted },
    ]),
  );

/** The ids of messages that were notified of, in order. */
export const notifiedIds = (line: ListeningLine): readonly string[] =>
  line.notifications().map(({ messageId }) => messageId);

/** Any time up to that: things are cut wherever they are. */
export const pauseUpTo = (ms: number): Promise<void> => setTimeout(Math.random() * ms);

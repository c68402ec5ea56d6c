import { setTimeout as pause } from 'node:timers/promises';
import { connectIrc } from './irc-line.js';

/**
 * Returns when `nick` is listed in each of the rooms. Asks the daemon itself, as a client that joins nothing.
 * @throws when that has not come true after `timeoutMs`.
 */
export async function waitForPresence(
  port: number,
  nick: string,
  rooms: readonly string[],
  timeoutMs = 20_000,
): Promise<void> {
  const irc = await connectIrc(port, `watch${Math.floor(Math.random() * 1e6)}`);
  const deadline = Date.now() + timeoutMs;
  try {
    let missing = [...rooms];
    while (missing.length > 0) {
      if (Date.now() > deadline) throw new Error(`${nick} has not come to ${missing.join(', ')}.`);
      missing = await roomsWithout(irc, nick, missing);
      if (missing.length > 0) await pause(40);
    }
  } finally {
    await irc.close();
  }
}

async function roomsWithout(
  irc: Awaited<ReturnType<typeof connectIrc>>,
  nick: string,
  rooms: readonly string[],
) {
  const absent: string[] = [];
  for (const room of rooms) {
    const names: string[] = [];
    await irc.request(`NAMES ${room}`, (line) => {
      if (line.command === '353') names.push(...(line.params.at(-1) ?? '').split(' '));
      return line.command === '366';
    });
    if (!names.some((name) => name.replace(/^[~&@%+]+/, '') === nick)) absent.push(room);
  }
  return absent;
}

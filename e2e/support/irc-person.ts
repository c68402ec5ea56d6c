import { connectIrc } from '../servers/lib/irc-line.js';
import type { Ircd } from '../servers/ircd.js';

export interface HeardMessage {
  readonly from: string;
  /** The room, or our own nick for a direct message. */
  readonly to: string;
  readonly text: string;
}

export interface IrcPerson {
  readonly nick: string;
  join(room: string): Promise<void>;
  /** Says it in a room, or directly to somebody; returns when the daemon has passed it on. */
  say(target: string, text: string): Promise<void>;
  /** Says many things as fast as the daemon takes them. */
  sayAll(target: string, texts: readonly string[]): Promise<void>;
  /** Calls back with everything it hears from now on. */
  onHeard(hear: (message: HeardMessage) => void): void;
  /** What others said to it since it came. */
  heard(): readonly HeardMessage[];
  /** The next thing heard from now on that fits. */
  nextHeard(fits: (message: HeardMessage) => boolean): Promise<HeardMessage>;
  leave(): Promise<void>;
}

/** Somebody on IRC who does as the script says, already in those rooms. */
export async function startIrcPerson(
  ircd: Ircd,
  nick: string,
  rooms: readonly string[] = [],
): Promise<IrcPerson> {
  const irc = await connectIrc(ircd.port, nick);
  const heard: HeardMessage[] = [];
  const waiting = new Set<(message: HeardMessage) => void>();
  irc.onLine((line) => {
    const [to, text] = line.params;
    if (line.command !== 'PRIVMSG' || to === undefined || text === undefined) return;
    const message = { from: line.from, to, text };
    heard.push(message);
    for (const hear of waiting) hear(message);
  });
  const join = async (room: string) => {
    const key = ircd.rooms.find(({ name }) => name === room)?.key ?? '';
    const answer = await irc.request(
      `JOIN ${room} ${key}`,
      (line) =>
        (line.command === '366' || /^4(03|05|37|7\d)$/.test(line.command)) && line.params.includes(room),
    );
    if (answer.command !== '366')
      throw new Error(`${nick} may not enter ${room}: ${answer.params.join(' ')}`);
  };
  const sayAll = async (target: string, texts: readonly string[]) => {
    const mark = `said-${Math.random().toString(36).slice(2)}`;
    const lines = texts.flatMap((text) => text.split('\n')).map((text) => `PRIVMSG ${target} :${text}`);
    const refusals: string[] = [];
    // The daemon answers in order, so the answer to this PING means that all before it went out.
    await irc.request([...lines, `PING ${mark}`].join('\r\n'), (line) => {
      if (/^4(01|04|11|12)$/.test(line.command)) refusals.push(line.params.join(' '));
      return line.command === 'PONG' && line.params.includes(mark);
    });
    if (refusals.length > 0) throw new Error(`${nick} could not say it: ${refusals.join('; ')}`);
  };
  for (const room of rooms) await join(room);
  return {
    nick,
    join,
    say: (target, text) => sayAll(target, [text]),
    sayAll,
    onHeard: (hear) => void waiting.add(hear),
    heard: () => heard,
    nextHeard: (fits) =>
      new Promise((resolve) => {
        const hear = (message: HeardMessage) => {
          if (!fits(message)) return;
          waiting.delete(hear);
          resolve(message);
        };
        waiting.add(hear);
      }),
    leave: () => irc.close(),
  };
}

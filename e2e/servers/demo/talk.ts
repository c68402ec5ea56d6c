import { BEFORE, LATER, type Line, OPENING } from './script.js';

export interface Talk {
  /** Says all that was said before, as fast as it can. */
  sayBefore(): Promise<void>;
  /** Begins the talk that goes on until `stop`; more calls change nothing. */
  begin(): void;
  stop(): void;
}

export interface TalkPort {
  say(line: Line): Promise<void>;
  /** At least 0 and less than 1. */
  random(): number;
}

const PAUSE_MS = { least: 8000, most: 20_000 } as const;

/** Lets the people of the demo talk. `pace` 0.1 makes all pauses a tenth as long. */
export function createTalk(port: TalkPort, pace = 1): Talk {
  let timer: NodeJS.Timeout | undefined;
  let hasBegun = false;
  const remaining: Line[] = [];
  const nextLater = (): Line | undefined => {
    if (remaining.length === 0) remaining.push(...LATER);
    return remaining.splice(Math.floor(port.random() * remaining.length), 1)[0];
  };
  const schedule = (opening: number) => {
    const first = OPENING[opening];
    const pauseMs = first ? first.afterMs : PAUSE_MS.least + port.random() * (PAUSE_MS.most - PAUSE_MS.least);
    timer = setTimeout(() => {
      const line = first ?? nextLater();
      // A server that is away at this moment misses one line; the talk goes on.
      if (line) void port.say(line).catch(() => undefined);
      schedule(opening + 1);
    }, pauseMs * pace);
  };
  return {
    sayBefore: async () => {
      for (const line of BEFORE) await port.say(line);
    },
    begin: () => {
      if (hasBegun) return;
      hasBegun = true;
      schedule(0);
    },
    stop: () => clearTimeout(timer),
  };
}

import * as z from 'zod/mini';
import { toArguments } from '../../core/outside/read-command';

/** Most that waits until there is somebody to hear it. */
const WAITING_MAX = 8;

/** What comes from outside waits here until the app can hear it. */
export interface Door {
  readonly come: (args: readonly string[]) => void;
  readonly open: (hear: (args: readonly string[]) => unknown) => void;
}

export function createDoor(): Door {
  const held: { waiting: (readonly string[])[]; hear: ((args: readonly string[]) => unknown) | undefined } = {
    waiting: [],
    hear: undefined,
  };
  return {
    come: (args) => {
      if (held.hear !== undefined) held.hear(args);
      else if (held.waiting.length < WAITING_MAX) held.waiting.push(args);
    },
    open: (hear) => {
      held.hear = hear;
      for (const args of held.waiting.splice(0)) hear(args);
    },
  };
}

const toldSchema = z.object({ args: z.array(z.string()) });

/** Gives what a second start of the app was asked for: as it read its own command line, else as Chromium hands that on. */
export const argumentsOfSecond = (argv: readonly string[], told: unknown): readonly string[] =>
  toldSchema.safeParse(told).data?.args ?? toArguments(argv);

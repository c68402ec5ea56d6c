import * as z from 'zod/mini';
import {
  COMMAND_CHANNEL,
  COMMAND_NOW_CHANNEL,
  contract,
  type CommandAnswer,
  type CommandInput,
  type CommandName,
  type CommandNowName,
} from '../../core/ipc/contract';
import type { Stop } from '../store/app-store';
import type { WhenKept } from '../store/kept-answers';
import { safeParse } from '../../core/model/safe-parse';

/** What runs a command; the input is already checked. */
export type Handlers = {
  readonly [N in CommandName]: (
    input: CommandInput<N>,
  ) => CommandAnswer<N> | (N extends CommandNowName ? never : Promise<CommandAnswer<N>>);
};

/** The part of `ipcMain` that is used; `event` is whatever the sender check understands. */
export interface CommandPort<E> {
  readonly handle: (channel: string, listener: (event: E, request: unknown) => Promise<CommandReply>) => void;
  readonly removeHandler: (channel: string) => void;
  /** The page waits for what `listener` gives. */
  readonly handleNow: (channel: string, listener: (event: E, request: unknown) => CommandReply) => Stop;
}

/** What the shell window's preload gets back. */
export type CommandReply =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly reason: 'not-trusted' | 'unknown-command' | 'bad-input' | 'locked' | 'failed';
    };

type Refusal = Extract<CommandReply, { readonly ok: false }>;

const requestSchema = z.object({ name: z.string().check(z.maxLength(64)), input: z.optional(z.unknown()) });

const isNowName = (name: string): name is CommandNowName =>
  name === ('switcher.search' satisfies CommandNowName);

const isCommandName = (name: string): name is CommandName => Object.hasOwn(contract, name);

/**
 * Serves the shell window's commands: checks the sender, then the input, then calls. Nothing a wrong sender or a wrong
 * input says reaches a handler, nor what is not heard now. What a command has set is kept before it is answered. A handler that throws answers `failed` and is reported.
 */
export function serveCommands<E>(
  port: CommandPort<E>,
  handlers: Handlers,
  isTrusted: (event: E) => boolean,
  isHeard: (name: CommandName) => boolean,
  whenKept: WhenKept,
  onProblem: (reason: string, error?: unknown) => void,
): Stop {
  const refuse = (reason: Refusal['reason'], detail: string, error?: unknown): Refusal => {
    onProblem(`command refused: ${reason} ${detail}`, error);
    return { ok: false, reason };
  };
  const check = (event: E, request: unknown): Checked | Refusal => {
    if (!isTrusted(event)) return refuse('not-trusted', '');
    const parsed = safeParse(requestSchema, request);
    if (!parsed.success || !isCommandName(parsed.data.name)) return refuse('unknown-command', '');
    const { name, input } = parsed.data;
    if (!isHeard(name)) return refuse('locked', name);
    const checked = safeParse(contract[name].input, input);
    return checked.success ? { name, input: checked.data } : refuse('bad-input', name);
  };
  port.handle(COMMAND_CHANNEL, async (event, request) => {
    const checked = check(event, request);
    if ('ok' in checked) return checked;
    try {
      const kept = whenKept();
      const value = await call(handlers, checked);
      await kept();
      // What was asked before it was locked is answered to nobody after.
      return isHeard(checked.name) ? { ok: true, value } : refuse('locked', checked.name);
    } catch (error) {
      return refuse('failed', checked.name, error);
    }
  });
  const stopNow = port.handleNow(COMMAND_NOW_CHANNEL, (event, request) => {
    const checked = check(event, request);
    if ('ok' in checked) return checked;
    if (!isNowName(checked.name)) return refuse('unknown-command', checked.name);
    try {
      return { ok: true, value: call(handlers, checked) };
    } catch (error) {
      return refuse('failed', checked.name, error);
    }
  });
  return () => {
    port.removeHandler(COMMAND_CHANNEL);
    stopNow();
  };
}

/** A command whose input was checked. */
interface Checked {
  readonly name: CommandName;
  readonly input: unknown;
}

/** The schema of `name` made `input`, so they fit; the compiler cannot follow that through a union. */
const call = (handlers: Handlers, { name, input }: Checked): unknown =>
  (handlers[name] as (input: unknown) => unknown)(input);

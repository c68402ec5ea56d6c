import * as z from 'zod/mini';
import {
  COMMAND_CHANNEL,
  contract,
  type CommandAnswer,
  type CommandInput,
  type CommandName,
} from '../../core/ipc/contract';
import type { Stop } from '../store/app-store';

/** What runs a command; the input is already checked. */
export type Handlers = {
  readonly [N in CommandName]: (input: CommandInput<N>) => CommandAnswer<N> | Promise<CommandAnswer<N>>;
};

/** The part of `ipcMain` that is used; `event` is whatever the sender check understands. */
export interface CommandPort<E> {
  readonly handle: (channel: string, listener: (event: E, request: unknown) => Promise<CommandReply>) => void;
  readonly removeHandler: (channel: string) => void;
}

/** What the shell window's preload gets back. */
export type CommandReply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: 'not-trusted' | 'unknown-command' | 'bad-input' | 'failed' };

const requestSchema = z.object({ name: z.string().check(z.maxLength(64)), input: z.optional(z.unknown()) });

const isCommandName = (name: string): name is CommandName => Object.hasOwn(contract, name);

/**
 * Serves the shell window's commands: checks the sender, then the input, then calls. Nothing a wrong sender or a wrong
 * input says reaches a handler; a handler that throws answers `failed` and is reported.
 */
export function serveCommands<E>(
  port: CommandPort<E>,
  handlers: Handlers,
  isTrusted: (event: E) => boolean,
  onProblem: (reason: string, error?: unknown) => void,
): Stop {
  const refuse = (
    reason: Extract<CommandReply, { ok: false }>['reason'],
    detail: string,
    error?: unknown,
  ): CommandReply => {
    onProblem(`command refused: ${reason} ${detail}`, error);
    return { ok: false, reason };
  };
  port.handle(COMMAND_CHANNEL, async (event, request) => {
    if (!isTrusted(event)) return refuse('not-trusted', '');
    const parsed = z.safeParse(requestSchema, request);
    if (!parsed.success || !isCommandName(parsed.data.name)) return refuse('unknown-command', '');
    const { name, input } = parsed.data;
    const checked = z.safeParse(contract[name].input, input);
    if (!checked.success) return refuse('bad-input', name);
    try {
      return { ok: true, value: await call(handlers, name, checked.data) };
    } catch (error) {
      return refuse('failed', name, error);
    }
  });
  return () => port.removeHandler(COMMAND_CHANNEL);
}

/** The schema of `name` made `input`, so they fit; the compiler cannot follow that through a union. */
const call = (handlers: Handlers, name: CommandName, input: unknown): unknown =>
  (handlers[name] as (input: unknown) => unknown)(input);

import { contextBridge, ipcRenderer } from 'electron/renderer';
import type {
  COMMAND_CHANNEL,
  COMMAND_NOW_CHANNEL,
  CommandAnswer,
  CommandInput,
  CommandName,
  CommandNowName,
  PROJECTION_CHANNEL,
  SHELL_EVENT_CHANNEL,
  ShellBridge,
  ShellEvent,
} from '../core/ipc/contract';
import type { ProjectionPush } from '../core/ipc/projection';

// The compiler holds these to the contract's own; importing the values would bring its schemas in, and this runs at start.
const commands: typeof COMMAND_CHANNEL = 'shell:command';
const commandsNow: typeof COMMAND_NOW_CHANNEL = 'shell:command-now';
const projections: typeof PROJECTION_CHANNEL = 'shell:projection';
const events: typeof SHELL_EVENT_CHANNEL = 'shell:event';

/** What main answers to a command. */
type Answer<N extends CommandName> =
  | { readonly ok: true; readonly value: CommandAnswer<N> }
  | { readonly ok: false; readonly reason: string };

/** Names a refused command; the bridge carries only an error's message, so both parts are in it. */
class CommandRefused extends Error {
  override readonly name = 'CommandRefused';
  constructor(command: CommandName, reason: string) {
    super(`${command}: ${reason}`);
  }
}

/** Asked for at once, while the page's code is still on its way. */
const early: { connecting: Promise<unknown> | undefined } = {
  connecting: ipcRenderer.invoke(commands, { name: 'app.connect' satisfies CommandName }),
};

/** Sends a command; the first connecting is under way already. */
function send(name: CommandName, input: unknown): Promise<unknown> {
  const { connecting } = early;
  if (name !== 'app.connect' || connecting === undefined)
    return ipcRenderer.invoke(commands, { name, input });
  early.connecting = undefined;
  return connecting;
}

async function command<N extends CommandName>(
  name: N,
  ...rest: CommandInput<N> extends undefined ? [] : [CommandInput<N>]
): Promise<CommandAnswer<N>> {
  const answer = (await send(name, rest[0])) as Answer<N>;
  if (answer.ok) return answer.value;
  throw new CommandRefused(name, answer.reason);
}

/** Waits for the answer: for what main knows without asking anybody, and the page draws before anything else. */
function commandNow<N extends CommandNowName>(name: N, input: CommandInput<N>): CommandAnswer<N> {
  const answer = ipcRenderer.sendSync(commandsNow, { name, input }) as Answer<N>;
  if (answer.ok) return answer.value;
  throw new CommandRefused(name, answer.reason);
}

/** Hands on what main sends without the event, which would give the page a way back to the whole of IPC. */
function listen<T>(channel: string, listener: (message: T) => void): () => void {
  const handler = (_event: unknown, message: T): void => listener(message);
  ipcRenderer.on(channel, handler);
  return () => {
    ipcRenderer.removeListener(channel, handler);
  };
}

const bridge: ShellBridge = {
  command,
  commandNow,
  onProjection: (listener) => listen<ProjectionPush>(projections, listener),
  onEvent: (listener) => listen<ShellEvent>(events, listener),
};

contextBridge.exposeInMainWorld('shell', bridge);

import type { CommandName, ShellBridge, ShellEvent } from '../../electron/core/ipc/contract';
import type { ProjectionPush } from '../../electron/core/ipc/projection';

/** A bridge for tests: remembers what was asked, answers what it is told to. */
export interface TestBridge {
  readonly bridge: ShellBridge;
  readonly calls: { readonly name: CommandName; readonly input: unknown }[];
  readonly push: (projection: ProjectionPush) => void;
  readonly send: (event: ShellEvent) => void;
}

/** Gives a bridge whose commands answer from `answers`; those not named there answer nothing. */
export function createTestBridge(answers: Partial<Record<CommandName, unknown>> = {}): TestBridge {
  const calls: { readonly name: CommandName; readonly input: unknown }[] = [];
  const projectionListeners = new Set<(projection: ProjectionPush) => void>();
  const eventListeners = new Set<(event: ShellEvent) => void>();
  const command = (name: CommandName, input?: unknown): Promise<unknown> => {
    calls.push({ name, input });
    return Promise.resolve(answers[name]);
  };
  const commandNow = (name: CommandName, input?: unknown): unknown => {
    calls.push({ name, input });
    return answers[name];
  };
  return {
    calls,
    bridge: {
      command: command as ShellBridge['command'],
      commandNow: commandNow as ShellBridge['commandNow'],
      onProjection: (listener) => {
        projectionListeners.add(listener);
        return () => projectionListeners.delete(listener);
      },
      onEvent: (listener) => {
        eventListeners.add(listener);
        return () => eventListeners.delete(listener);
      },
    },
    push: (projection) => projectionListeners.forEach((listener) => listener(projection)),
    send: (event) => eventListeners.forEach((listener) => listener(event)),
  };
}

import { createContext, useCallback, useContext, useMemo, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { CommandInput, CommandName, ShellBridge } from '../../electron/core/ipc/contract';
import type { Projection } from '../../electron/core/ipc/projection';
import type { ShellState, ShellStore } from './shell-store';

interface Shell {
  readonly store: ShellStore;
  readonly bridge: ShellBridge;
}

const ShellContext = createContext<Shell | undefined>(undefined);

/** Hands store and bridge to all that is drawn within. */
export function ShellProvider({
  store,
  bridge,
  children,
}: Shell & { readonly children: ReactNode }): ReactNode {
  const shell = useMemo(() => ({ store, bridge }), [store, bridge]);
  return <ShellContext value={shell}>{children}</ShellContext>;
}

function useShellContext(): Shell {
  const shell = useContext(ShellContext);
  if (shell === undefined) throw new Error('used outside ShellProvider');
  return shell;
}

export const useShellStore = (): ShellStore => useShellContext().store;

/** Gives part of the state, anew when it changes. */
export const useShell = <T,>(select: (state: ShellState) => T): T =>
  useStore(useShellContext().store, select);

/** Gives part of main's projection; used only where one has arrived. */
export const useProjection = <T,>(select: (projection: Projection) => T): T =>
  useShell(({ projection }) => {
    if (projection === undefined) throw new Error('drawn before the projection came');
    return select(projection);
  });

/** Gives the way to ask main for something and hear its answer. */
export const useCommand = (): ShellBridge['command'] => useShellContext().bridge.command;

/** Gives the way to ask main for something and wait for its answer. */
export const useCommandNow = (): ShellBridge['commandNow'] => useShellContext().bridge.commandNow;

type Send = <N extends CommandName>(
  name: N,
  ...input: CommandInput<N> extends undefined ? [] : [CommandInput<N>]
) => void;

/** Gives the way to tell main something. Nothing waits for an answer; main has written down any refusal itself. */
export function useSend(): Send {
  const { bridge } = useShellContext();
  return useCallback<Send>(
    (name, ...input) => {
      bridge.command(name, ...input).catch(() => undefined);
    },
    [bridge],
  );
}

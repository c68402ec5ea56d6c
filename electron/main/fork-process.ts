import { utilityProcess } from 'electron/main';

/** A process of the app's own, as main has it: what it is told, and what it tells. */
export interface OwnProcess<To, From> {
  readonly post: (message: To) => void;
  readonly onMessage: (listener: (message: From) => void) => void;
  readonly onExit: (listener: () => void) => void;
  readonly kill: () => void;
}

/** Starts a program of the app's own; what it writes of itself goes where main's goes. */
export function forkProcess<To, From>(
  programFile: string,
  args: readonly string[],
  serviceName: string,
): OwnProcess<To, From> {
  const child = utilityProcess.fork(programFile, [...args], {
    serviceName,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', (message: From) => listener(message)),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill(),
  };
}

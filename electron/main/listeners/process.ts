import { listenerOf } from '../../recipes/listeners';
import { serveListeners } from './serve';
import type { ToListeners } from './protocol';

// The process of all listeners: started by `app-listeners.ts` with `forkProcess`, see ADR 12.

const EXIT_DELAY_MS = 50;

const { parentPort } = process;
const receive = serveListeners({
  listenerOf,
  post: (message) => parentPort.postMessage(message),
  // What was posted goes first.
  exit: () => void setTimeout(() => process.exit(0), EXIT_DELAY_MS),
  onRejection: (hear) => void process.on('unhandledRejection', hear),
});
parentPort.on('message', ({ data }: { data: ToListeners }) => receive(data));

import type { ToInbox } from './protocol';
import { serveInbox } from './serve';

// The process of the inbox: started by `app-inbox.ts` with `forkProcess`, see ADR 7.

const EXIT_DELAY_MS = 50;

// What it makes is for this user alone, whatever the system says otherwise.
process.umask(0o077);

const { parentPort } = process;
const receive = serveInbox({
  post: (message) => parentPort.postMessage(message),
  // What was posted goes first.
  exit: () => void setTimeout(() => process.exit(0), EXIT_DELAY_MS),
  pause: () => new Promise((resolve) => void setImmediate(resolve)),
});
parentPort.on('message', ({ data }: { data: ToInbox }) => receive(data));

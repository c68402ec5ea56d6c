import { AsyncLocalStorage } from 'node:async_hooks';
import { timers } from '../timers';
import { createHub } from './hub';
import type { ListeningPort } from './listening';
import type { FromListeners, ToListeners } from './protocol';
import { createQuestions } from './questions';
import { createTransport } from './transport';

/** What the process of listeners needs of its surroundings. */
export interface ServeListenersPort extends Pick<ListeningPort, 'listenerOf'> {
  readonly post: (message: FromListeners) => void;
  /** Ends the process, once what was posted is on its way. */
  readonly exit: () => void;
  /** Tells of what was thrown where nobody waited for it. */
  readonly onRejection: (hear: (error: unknown) => void) => void;
}

/** Gives what answers main's messages. Runs in a process of its own. */
export function serveListeners(port: ServeListenersPort): (message: ToListeners) => void {
  const { post } = port;
  const running = new AsyncLocalStorage<(error: unknown) => void>();
  port.onRejection((error) => {
    const onThrown = running.getStore();
    // No message of it: whoever threw it may have put anything in.
    if (onThrown === undefined) post({ kind: 'bug', text: error instanceof Error ? error.name : 'thrown' });
    else onThrown(error);
  });
  const questions = createQuestions(post);
  const hub = createHub({
    ...timers,
    random: Math.random,
    listenerOf: port.listenerOf,
    openWire: createTransport({ ...timers, ...questions }),
    within: (onThrown, work) => running.run(onThrown, work),
    post,
  });
  return (message) => {
    switch (message.kind) {
      case 'route':
      case 'trust':
        questions.receive(message);
        return;
      case 'are-you-there':
        post({ kind: 'here' });
        return;
      case 'end':
        hub.end();
        port.exit();
        return;
      default:
        hub.receive(message);
    }
  };
}

import type { MatrixClient } from 'matrix-js-sdk';
import type { PageConfig } from './config.js';
import type { Dispatcher } from './dispatcher.js';
import type { Peg } from './peg.js';

/** What the parts of the page share. */
export interface Page {
  readonly config: PageConfig;
  readonly peg: Peg;
  readonly dispatcher: Dispatcher;
  readonly view: View;
  /** Meets a client before it starts. */
  readonly onClient: (client: MatrixClient) => void;
  /** True when the person did something here within the last two minutes and did not go away since. */
  readonly isActive: () => boolean;
}

/** What is on screen. */
export interface View {
  screen: 'loading' | 'login' | 'home' | 'room';
  roomId: string;
  eventId: string;
  threadId: string;
}

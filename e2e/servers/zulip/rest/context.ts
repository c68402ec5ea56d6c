import type { PathParams } from '../../lib/router.js';
import type { Scene } from '../acts/messages.js';
import type { User } from '../model.js';
import type { Params } from './params.js';

/** One request, by somebody who is known. */
export interface Ask {
  readonly scene: Scene;
  readonly user: User;
  readonly params: Params;
  readonly path: PathParams;
  /** Whoever asked does not wait any more. */
  readonly isGone: AbortSignal;
}

/** Gives what is added to `{result: 'success', msg: ''}`. */
export type Handler = (ask: Ask) => object | Promise<object>;
export type Handlers = Readonly<Record<string, Handler>>;

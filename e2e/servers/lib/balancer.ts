import type { Managed } from './managed.js';

/** What stands before several instances of a server; each request goes to any of them. */
export interface BalancerOptions {
  /** Where it listens, on loopback. */
  readonly port: number;
  /** The ports of the instances. */
  readonly backends: readonly number[];
}

export interface Balancer extends Managed {
  /** `/` at the end. */
  readonly url: string;
  /** Passes WebSockets on from now on, or refuses them; all connections are cut by that. */
  passSockets(passes: boolean): Promise<void>;
}

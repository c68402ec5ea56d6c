/** What all instances of one server know, and how they tell each other what happened. */
export interface SharedState<State, Told> {
  /** The state now; to be read and not written. */
  read(): Promise<State>;
  /**
   * Changes the state as one step that nobody else's comes between; what it tells reaches every instance, in the order
   * of the steps. `apply` looks first and writes then: when it throws, nothing is told and nothing may be changed.
   */
  change<Result>(apply: (state: State, tell: (told: Told) => void) => Result): Promise<Result>;
  /** Calls back for all that is told from now on, whichever instance it comes from. */
  listen(listener: (told: Told) => void): () => void;
}

/**
 * Holds the state in this process. It has to be plain JSON, so that it can as well be a document in Redis
 * (WATCH, GET, SET, PUBLISH) for instances in processes of their own.
 */
export function createMemoryState<State, Told>(initial: State): SharedState<State, Told> {
  const listeners = new Set<(told: Told) => void>();
  return {
    read: () => Promise.resolve(initial),
    change: async (apply) => {
      const told: Told[] = [];
      const result = apply(initial, (one) => told.push(one));
      for (const one of told) for (const listener of listeners) listener(one);
      return Promise.resolve(result);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A step of a server: what it changes and what it tells. */
export interface World<State, Told> {
  readonly state: State;
  readonly tell: (told: Told) => void;
}

/** Does one step on the shared state. */
export const step = <State, Told, Result>(
  shared: SharedState<State, Told>,
  apply: (world: World<State, Told>) => Result,
): Promise<Result> => shared.change((state, tell) => apply({ state, tell }));

/** A time later than all given before, and as near to the clock as that allows. */
export function nextTimeMs(state: { lastTimeMs: number }): number {
  state.lastTimeMs = Math.max(Date.now(), state.lastTimeMs + 1);
  return state.lastTimeMs;
}

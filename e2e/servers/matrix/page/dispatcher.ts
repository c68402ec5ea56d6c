/** An order or a fact that all of the page may hear. */
export interface Payload {
  readonly action: string;
  readonly [name: string]: unknown;
}

/** Hands payloads to all who registered; by default later, never within another dispatch. */
export class Dispatcher {
  readonly #listeners = new Map<string, (payload: Payload) => void>();
  #count = 0;
  #isDispatching = false;

  register(listener: (payload: Payload) => void): string {
    this.#count += 1;
    const id = `ID_${this.#count}`;
    this.#listeners.set(id, listener);
    return id;
  }

  unregister(id: string): void {
    this.#listeners.delete(id);
  }

  dispatch(payload: Payload, sync = false): void {
    if (sync) this.#tell(payload);
    else setTimeout(() => this.#tell(payload), 0);
  }

  fire(action: string, sync = false): void {
    this.dispatch({ action }, sync);
  }

  #tell(payload: Payload): void {
    if (this.#isDispatching) throw new Error('Cannot dispatch in the middle of a dispatch.');
    this.#isDispatching = true;
    try {
      for (const listener of this.#listeners.values()) listener(payload);
    } finally {
      this.#isDispatching = false;
    }
  }
}

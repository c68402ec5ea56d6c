/** A signal that ends with another, after a time, or when it is told to. */
export interface Ending {
  readonly signal: AbortSignal;
  readonly end: () => void;
}

/**
 * Creates one. `AbortSignal.any` and `timeout` would do, but what they make can be collected before it ends (Node 20),
 * and then never does.
 */
export function createEnding(parent: AbortSignal, afterMs?: number): Ending {
  const controller = new AbortController();
  const timer = afterMs === undefined ? undefined : setTimeout(() => end(), afterMs);
  const end = (): void => {
    clearTimeout(timer);
    parent.removeEventListener('abort', end);
    controller.abort();
  };
  parent.addEventListener('abort', end);
  if (parent.aborted) end();
  return { signal: controller.signal, end };
}

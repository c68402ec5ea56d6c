import { createStore } from 'zustand/vanilla';
import type { Action, ActionKind, ActionOf } from '../../core/state/actions';
import type { AppState } from '../../core/state/app-state';
import { reduce } from '../../core/state/reduce';

/** Ends what was started. */
export type Stop = () => void;

/** Ends them in their order; one that throws is told to `onError` and keeps neither the others nor the app from ending. */
export function stopAll(stops: readonly Stop[], onError: (error: unknown) => void): void {
  for (const stop of stops) {
    try {
      stop();
    } catch (error) {
      onError(error);
    }
  }
}

/** The one store. Effects read it, watch parts of it and dispatch what happened; nothing else changes state. */
export interface AppStore {
  readonly getState: () => AppState;
  /** Applies an action, then tells watchers, then those who listen for the action. Dispatching inside is queued. */
  readonly dispatch: (action: Action) => void;
  /** Calls `listener` at once and whenever what `select` gives has changed (`Object.is`, or `isSame`). */
  readonly watch: <T>(
    select: (state: AppState) => T,
    listener: (value: T) => void,
    isSame?: (a: T, b: T) => boolean,
  ) => Stop;
  /** Calls `listener` after each action of a kind, changed or not, with the states after and before it. */
  readonly onAction: <K extends ActionKind>(
    kind: K,
    listener: (action: ActionOf<K>, after: AppState, before: AppState) => void,
  ) => Stop;
}

/** Calls `run` once the shell is drawn: now, where it is already. */
export function whenPainted(store: Pick<AppStore, 'getState' | 'onAction'>, run: () => void): Stop {
  if (!store.getState().session.shellPainted) return store.onAction('shell-painted', run);
  run();
  return () => undefined;
}

type AnyListener = (action: Action, after: AppState, before: AppState) => void;

/** Creates the store. A listener that throws is reported to `onError` and stops nobody else. */
export function createAppStore(initial: AppState, onError: (error: unknown) => void): AppStore {
  const store = createStore<AppState>(() => initial);
  const listeners = new Map<ActionKind, Set<AnyListener>>();
  const queue: Action[] = [];

  const guarded = (run: () => void): void => {
    try {
      run();
    } catch (error) {
      onError(error);
    }
  };

  const apply = (action: Action): void => {
    const before = store.getState();
    const after = reduce(before, action);
    if (after !== before) store.setState(after, true);
    for (const listener of [...(listeners.get(action.kind) ?? [])])
      guarded(() => listener(action, after, before));
  };

  return {
    getState: store.getState,
    dispatch: (action) => {
      queue.push(action);
      if (queue.length > 1) return;
      for (let next = queue[0]; next !== undefined; next = queue[0]) {
        guarded(() => apply(next));
        queue.shift();
      }
    },
    watch: (select, listener, isSame = Object.is) => {
      const seen = { value: select(store.getState()) };
      guarded(() => listener(seen.value));
      return store.subscribe((state) =>
        guarded(() => {
          const value = select(state);
          if (isSame(value, seen.value)) return;
          seen.value = value;
          listener(value);
        }),
      );
    },
    onAction: (kind, listener) => {
      const ofKind = listeners.get(kind) ?? new Set<AnyListener>();
      listeners.set(kind, ofKind);
      const heard: AnyListener = (action, after, before) =>
        listener(action as ActionOf<typeof kind>, after, before);
      ofKind.add(heard);
      return () => ofKind.delete(heard);
    },
  };
}

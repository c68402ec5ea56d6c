import type { AppStore, Stop } from './app-store';

/** True while a question is open: the state refuses one of a service that is off. */
export const isPromptOpen = (store: Pick<AppStore, 'getState'>, promptId: string): boolean =>
  store.getState().session.prompts.some((prompt) => prompt.id === promptId);

/** Tells of each question that whoever holds it must settle, since it went away with its service. */
export function whenPromptsGo(
  store: Pick<AppStore, 'getState' | 'watch'>,
  held: ReadonlyMap<string, unknown>,
  settle: (promptId: string) => void,
): Stop {
  return store.watch(
    (state) => state.session.prompts,
    () => {
      for (const id of [...held.keys()]) if (!isPromptOpen(store, id)) settle(id);
    },
  );
}

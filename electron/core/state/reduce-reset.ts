import { withResetUndone, withSettingsReset } from '../decide/reset-settings';
import type { Persisted } from '../model/persisted';
import type { AppState } from './app-state';
import { addNotice, withoutNotice, withPersisted, withSession } from './change';
import type { ResetAction } from './reset-actions';

/** The notice of a reset, which offers to undo it. */
export const RESET_NOTICE = 'settings-reset';

/** Puts settings back as they were at first, or as they were before that. Rules in `docs/spec/links.md`. */
export function reduceReset(state: AppState, action: ResetAction): AppState {
  switch (action.kind) {
    case 'settings-reset': {
      const { items, copy } = action;
      const reset = withKept(state, withSettingsReset(state.persisted, items));
      if (reset === state) return state;
      return withSession(reset, {
        resetFrom: { persisted: state.persisted, items },
        notices: addNotice(reset.session.notices, {
          kind: 'settings-reset',
          id: RESET_NOTICE,
          count: items.length,
          copy,
        }),
      });
    }
    case 'settings-reset-undone': {
      const { resetFrom } = state.session;
      if (resetFrom === undefined) return state;
      const back = withKept(state, withResetUndone(state.persisted, resetFrom.items, resetFrom.persisted));
      return withSession(withoutNotice(back, RESET_NOTICE), { resetFrom: undefined });
    }
  }
}

/** Rules of links that came back may be of services that are gone meanwhile; reading leaves those out. */
function withKept(state: AppState, persisted: Persisted): AppState {
  const changed = withPersisted(state, persisted);
  return changed.persisted.rules === state.persisted.rules
    ? changed
    : withSession(changed, { policyVersion: state.session.policyVersion + 1 });
}

import { withResetUndone, withSettingsReset } from '../decide/reset-settings';
import { soundLinkRules } from '../model/link-rule';
import type { Persisted } from '../model/persisted';
import type { AppState } from './app-state';
import { addNotice, withoutNotice, withPersisted, withSession } from './change';
import { isServiceKnown } from './is-service';
import { withoutStaleUndo } from './reduce-links';
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
      const undone = withResetUndone(state.persisted, resetFrom.items, resetFrom.persisted);
      // A service may have gone meanwhile, for good.
      const linkRules = soundLinkRules(undone.linkRules, (id) => isServiceKnown(state, id));
      return withoutResetUndo(withKept(state, { ...undone, linkRules }));
    }
  }
}

/** From now on the last reset is not to be undone any more. */
export const withoutResetUndo = (state: AppState): AppState =>
  withSession(withoutNotice(state, RESET_NOTICE), { resetFrom: undefined });

/** Where rules are other ones, tables of them are to be asked for anew. */
function withKept(state: AppState, persisted: Persisted): AppState {
  const changed = withoutStaleUndo(state, withPersisted(state, persisted));
  return changed.persisted.rules === state.persisted.rules
    ? changed
    : withSession(changed, { policyVersion: state.session.policyVersion + 1 });
}

import { createInitialState, type AppState } from './app-state';
import { nothingCalledUp, withPersisted, withSession } from './change';
import type { LockAction } from './lock-actions';
import { isLocked } from './veil';

/** Applies what becomes of the lock. Rules in `docs/spec/lock.md`. */
export function reduceLock(state: AppState, action: LockAction): AppState {
  const { lock } = state.session;
  switch (action.kind) {
    case 'passphrase-set':
      return withSession(state, { lock: { kind: 'open' } });
    case 'passphrase-removed':
      // What opens the next one is said anew.
      return withPersisted(withSession(state, { lock: { kind: 'none' } }), {
        lock: { ...state.persisted.lock, biometrics: false },
      });
    case 'locked':
      if (lock.kind !== 'open') return state;
      return withSession(state, {
        ...nothingCalledUp,
        lock: {
          kind: 'locked',
          why: action.why,
          waitUntilMs: action.waitUntilMs ?? null,
          isBroken: false,
          opensBy: action.opensBy ?? 'none',
        },
        // What they say is not for whoever comes by.
        notifications: [],
        summary: undefined,
        overlayOpen: false,
        recordingKeys: false,
        ownFind: undefined,
      });
    case 'biometrics-ended':
      return lock.kind === 'locked' && lock.opensBy !== 'none'
        ? withSession(state, { lock: { ...lock, opensBy: 'none' } })
        : state;
    case 'biometry-seen':
      return state.session.biometry === action.biometry
        ? state
        : withSession(state, { biometry: action.biometry });
    case 'unlock-failed':
      return lock.kind === 'locked'
        ? withSession(state, { lock: { ...lock, waitUntilMs: action.waitUntilMs } })
        : state;
    case 'unlocked':
      return lock.kind === 'locked'
        ? withSession(state, {
            lock: { kind: 'open' },
            notifications: state.session.notifications.filter((one) => one.isWhileLocked !== true),
          })
        : state;
    case 'kept-opened':
      return open(state, action);
    case 'lock-settings-changed':
      return withPersisted(state, { lock: { ...state.persisted.lock, ...action.settings } });
    case 'lock-requested':
      return state;
  }
}

function open(state: AppState, action: Extract<LockAction, { readonly kind: 'kept-opened' }>): AppState {
  if (!isLocked(state)) return state;
  const { session } = createInitialState(action.persisted, action.notices, action.nowMs);
  return {
    ...state,
    // The window may have been moved meanwhile.
    persisted: { ...action.persisted, window: state.persisted.window },
    session: {
      ...state.session,
      services: session.services,
      trail: session.trail,
      notices: [...state.session.notices, ...session.notices],
      notifications: [],
      policyVersion: state.session.policyVersion + 1,
      lock: { kind: action.hasPassphrase ? 'open' : 'none' },
    },
  };
}

import type { lockContract } from '../../core/ipc/lock-contract';
import type { LockDesk } from '../lock/lock-desk';
import type { AppStore } from '../store/app-store';
import { withoutUndefined } from './policy-handlers';
import type { Handlers } from './serve-commands';

/** Gives the handlers of commands about the lock. */
export const createLockHandlers = (
  { dispatch }: Pick<AppStore, 'dispatch'>,
  desk: LockDesk,
): Pick<Handlers, keyof typeof lockContract> => ({
  'lock.set': ({ passphrase }) => desk.set(passphrase),
  'lock.change': ({ passphrase, next }) => desk.change(passphrase, next),
  'lock.remove': ({ passphrase }) => desk.remove(passphrase),
  'lock.unlock': ({ passphrase }) => desk.unlock(passphrase),
  'lock.unlock-by-biometrics': () => desk.unlockByBiometrics(),
  'lock.allow-biometrics': ({ passphrase }) => desk.allowBiometrics(passphrase),
  'lock.now': () => dispatch({ kind: 'lock-requested' }),
  'lock.change-settings': (settings) =>
    dispatch({ kind: 'lock-settings-changed', settings: withoutUndefined(settings) }),
  'lock.start-over': () => desk.startOver(),
});

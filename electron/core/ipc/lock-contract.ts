import * as z from 'zod/mini';
import { lockSettingsSchema, PASSPHRASE_MAX, type LockAnswer } from '../model/lock';
import { answer, nothing } from './command-shape';
import { text } from './inputs';

const passphrase = text(PASSPHRASE_MAX);

/** The commands of the lock. */
export const lockContract = {
  /** Seals what is kept; forgotten, it is lost. */
  'lock.set': { input: z.object({ passphrase }), ...answer<LockAnswer>() },
  'lock.change': { input: z.object({ passphrase, next: passphrase }), ...answer<LockAnswer>() },
  /** Unseals what is kept, for good. */
  'lock.remove': { input: z.object({ passphrase }), ...answer<LockAnswer>() },
  'lock.unlock': { input: z.object({ passphrase }), ...answer<LockAnswer>() },
  /** Asks for what the machine knows its person by, which takes as long as they take. */
  'lock.unlock-by-biometrics': { input: nothing, ...answer<LockAnswer>() },
  'lock.now': { input: nothing, ...answer<void>() },
  /** Biometrics can be switched off here; switching them on takes the passphrase. */
  'lock.change-settings': {
    input: z.partial(z.extend(lockSettingsSchema, { biometrics: z.literal(false) })),
    ...answer<void>(),
  },
  'lock.allow-biometrics': { input: z.object({ passphrase }), ...answer<LockAnswer>() },
  /** Sets aside what is sealed and begins anew, for whoever forgot the passphrase. */
  'lock.start-over': { input: z.object({ isSure: z.literal(true) }), ...answer<LockAnswer>() },
} as const;

/** What is heard while it is locked; all else is refused. */
export const lockedCommands: ReadonlySet<string> = new Set([
  'app.connect',
  'app.quit',
  'network.report',
  'overlay.set',
  'lock.unlock',
  'lock.unlock-by-biometrics',
  'lock.start-over',
]);

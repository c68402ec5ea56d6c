import type { Biometry } from '../../core/model/lock';
import type { BiometricsPort } from './held-key';

/**
 * What of Electron's `systemPreferences` knows of it. Both are there on macOS alone; of Windows Hello Electron offers
 * nothing (33 to 45). `promptTouchID` takes the account's password as well (`kSecAccessControlUserPresence`, Electron's
 * `electron_api_system_preferences_mac.mm`).
 */
export interface SystemBiometrics {
  readonly canPromptTouchID?: () => boolean;
  readonly promptTouchID?: (reason: string) => Promise<void>;
}

/** Gives what the machine knows its person by. `toReason`: what for, in the person's language; macOS puts it after “Foyer is trying to”. */
export const systemBiometrics = (system: SystemBiometrics, toReason: () => string): BiometricsPort => ({
  look: () => biometryOf(system),
  ask: async () => {
    if (system.promptTouchID === undefined) throw new Error('This system cannot be asked.');
    await system.promptTouchID(toReason());
  },
});

function biometryOf(system: SystemBiometrics): Biometry {
  try {
    return system.canPromptTouchID?.() === true && system.promptTouchID !== undefined ? 'touch-id' : 'none';
  } catch {
    return 'none';
  }
}

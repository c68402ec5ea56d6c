import { safeStorage } from 'electron/main';
import type { Platform } from './platform';
import type { SealPort } from './seal-port';

/** On Linux without a keyring Chromium "seals" with a key that everybody knows. */
export const sealPort = (platform: Platform): SealPort => ({
  canSeal: () =>
    safeStorage.isEncryptionAvailable() &&
    (platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'),
  seal: (text) => safeStorage.encryptString(text),
  unseal: (sealed) => safeStorage.decryptString(sealed),
});

import type { SafeStorage } from 'electron';
import type { Cipher } from './secrets.ts';

/**
 * The operating system's key store as a cipher. On a Linux without one, Electron would encrypt with a
 * password that is written in its source; that does not count as encryption here.
 */
export function createSafeStorageCipher(safeStorage: SafeStorage, platform: NodeJS.Platform): Cipher {
  return {
    isAvailable: () =>
      safeStorage.isEncryptionAvailable() && (platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'),
    encrypt: (text) => safeStorage.encryptString(text),
    decrypt: (bytes) => safeStorage.decryptString(bytes),
  };
}

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** The operating system's key store: one key in a file that lies outside the app's own folder. */
export function simulatedSafeStorage(keyFile: string) {
  const key = (): Buffer => {
    try {
      return readFileSync(keyFile);
    } catch {
      const made = randomBytes(32);
      writeFileSync(keyFile, made, { mode: 0o600 });
      return made;
    }
  };
  return {
    isEncryptionAvailable: () => true,
    getSelectedStorageBackend: () => 'gnome_libsecret',
    encryptString(text: string): Buffer {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key(), iv);
      return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    },
    /** Throws for what another key encrypted. */
    decryptString(bytes: Buffer): string {
      const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, IV_BYTES));
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      return decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
    },
  };
}

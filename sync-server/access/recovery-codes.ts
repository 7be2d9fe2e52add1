import { hashSecret, newOneTimeCode, normalizeCode } from '../base/secrets.ts';

const COUNT = 10;

/** Ten codes, each of which opens once in place of a second factor: `K7QD-M2XA`. Only their hashes are kept. */
export function newRecoveryCodes(): { readonly codes: string[]; readonly hashes: string[] } {
  const codes = Array.from({ length: COUNT }, newOneTimeCode);
  return { codes, hashes: codes.map(hashRecoveryCode) };
}

/** What a recovery code is kept as, however a person types it. */
export function hashRecoveryCode(code: string): string {
  return hashSecret(normalizeCode(code));
}

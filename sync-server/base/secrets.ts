import { createHash, randomBytes, randomInt } from 'node:crypto';

/** Without the letters and digits that are taken for one another. */
const CODE_LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** What a token, key or code is stored as: nobody can read it back from the database. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** A secret for `Authorization: Bearer`, 256 random bits behind a prefix that tells what it is for. */
export function newToken(prefix: 'register' | 'key' | 'user'): string {
  return `${prefix}_${randomBytes(32).toString('base64url')}`;
}

/** A one-time code that a person types: `K7QD-M2XA`, 39 random bits. */
export function newOneTimeCode(): string {
  const letters = Array.from({ length: 8 }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** Reads a code as people type it. */
export function normalizeCode(code: string): string {
  return code.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

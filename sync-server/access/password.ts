import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import type { PasswordHash } from '../db/access-tables.ts';

type Parameters = Pick<PasswordHash, 'cost' | 'blockSize' | 'parallelization'>;

/** 32 MB, three times over. */
const TODAY: Parameters = { cost: 2 ** 15, blockSize: 8, parallelization: 3 };
const HASH_BYTES = 32;
const SALT_BYTES = 16;
/** Without what is taken for something else. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

function derive(password: string, salt: Buffer, { cost, blockSize, parallelization }: Parameters): Promise<Buffer> {
  const options = { cost, blockSize, parallelization, maxmem: 256 * cost * blockSize };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, HASH_BYTES, options, (error, hash) => (error === null ? resolve(hash) : reject(error)));
  });
}

/** Hashes a password, by the parameters of today unless others are given. Takes about a fifth of a second and 32 MB. */
export async function hashPassword(password: string, parameters: Parameters = TODAY): Promise<PasswordHash> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(password, salt, parameters);
  return { algorithm: 'scrypt', ...parameters, salt: salt.toString('base64'), hash: hash.toString('base64') };
}

/** Whether this is the password. @param kept null where there is no such user: it then takes as long, and is never right. */
export async function checkPassword(password: string, kept: PasswordHash | null): Promise<boolean> {
  const salt = kept === null ? Buffer.alloc(SALT_BYTES) : Buffer.from(kept.salt, 'base64');
  const found = await derive(password, salt, kept ?? TODAY);
  return kept !== null && timingSafeEqual(found, Buffer.from(kept.hash, 'base64'));
}

/** A password for somebody else, to be changed at once: `k7qd-m2xa-…`, 79 random bits. */
export function newPassword(): string {
  const letters = Array.from({ length: 16 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

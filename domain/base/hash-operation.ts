import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical-json.ts';

/** SHA-256 of a text (UTF-8), as 64 lower-case hexadecimal digits. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** The text whose SHA-256 is the operation's `hash`: canonical JSON of everything but the hash itself (rule J2). */
export function hashedText(operation: object): string {
  const { hash: _, ...content } = operation as { hash?: unknown };
  return canonicalJson(content);
}

/** Gives an operation its hash, which makes it final. Its fields are in the order of the hashed text, so that nobody sorts them again. */
export function sealOperation<O extends object>(unhashed: O): O & { hash: string } {
  const text = hashedText(unhashed);
  return { ...(JSON.parse(text) as O), hash: sha256Hex(text) };
}

/** So many digits of a key's hash are its id. */
export const ID_LENGTH = 12;

/** The public name of a key: the beginning of its hash. */
export function keyId(keyHash: string): string {
  return keyHash.slice(0, ID_LENGTH);
}

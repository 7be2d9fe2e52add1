/** A user's name as it is compared: upper and lower case, accents written in two ways and spaces around make no other name. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

const COMBINING_MARKS = /\p{M}+/gu;

/** Text as it is compared in a search: lower case, without accents. */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  // Most names are plain ASCII, and normalising costs ten times as much as looking.
  // eslint-disable-next-line no-control-regex
  return /^[\x00-\x7f]*$/.test(lower) ? lower : lower.normalize('NFD').replace(COMBINING_MARKS, '');
}

/** Keys by which scanners type FNC1, a character that no key has, as labels of vendors and the browser name them. */
const SEPARATOR_KEYS: Readonly<Record<string, string>> = { 'Ctrl+]': 'Control+BracketRight' };

/** What a browser calls the key that a scanner's manual names; undefined where it types no separator. */
export function separatorKeyNamed(name: string): string | undefined {
  return SEPARATOR_KEYS[name];
}

/**
 * Whether a key that was pressed types a separator, whatever the layout of the keyboard.
 * @param own the place of another key that the scanner is set to send for it; null for none.
 */
export function isSeparatorKey(
  { code, ctrlKey }: { readonly code: string; readonly ctrlKey: boolean },
  own: string | null = null,
): boolean {
  if (own !== null && code === own) return true;
  return ctrlKey && Object.values(SEPARATOR_KEYS).includes(`Control+${code}`);
}

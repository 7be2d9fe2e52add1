/** The longest pause between two keys of a scanner, in milliseconds. Scanners leave 1 to 20, quick typists 60 and more. */
export const MAX_KEY_GAP_MS = 40;

/** Shorter codes are not told from typing. The shortest GTIN has 8 digits. */
export const MIN_SCAN_LENGTH = 6;

export type BurstResult =
  | { readonly kind: 'ignored' }
  /** A first key, which may be a person's or a scanner's. */
  | { readonly kind: 'started' }
  | { readonly kind: 'continued' }
  | { readonly kind: 'scanned'; readonly code: string };

/**
 * Tells a scanner that types from a person who does: a scan is a burst of keys without a pause that ends with Enter.
 * Feed it every key with its time in milliseconds.
 */
export class ScanBurst {
  private text = '';
  private lastAt = -Infinity;

  key(key: string, at: number): BurstResult {
    const inTime = at - this.lastAt <= MAX_KEY_GAP_MS;
    this.lastAt = at;
    if (key === 'Shift') return { kind: 'ignored' };
    if (key === 'Enter') {
      const code = this.text;
      this.text = '';
      return inTime && code.length >= MIN_SCAN_LENGTH ? { kind: 'scanned', code } : { kind: 'ignored' };
    }
    if (key.length !== 1) {
      this.text = '';
      return { kind: 'ignored' };
    }
    const continued = inTime && this.text !== '';
    this.text = continued ? this.text + key : key;
    return { kind: continued ? 'continued' : 'started' };
  }
}

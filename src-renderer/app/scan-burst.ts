/** A scanner leaves 1 to 30 milliseconds between keys, a quick typist 60 and more. */
export const MEAN_KEY_GAP_MS = 40;

/** One key of a burst may be late by so much: a busy machine, a slow radio. */
export const MAX_KEY_GAP_MS = 150;

/** Shorter codes are not told from typing. The shortest GTIN has 8 digits. */
export const MIN_SCAN_LENGTH = 6;

export type BurstResult =
  | { readonly kind: 'ignored' }
  /** A first key, which may be a person's or a scanner's. */
  | { readonly kind: 'started' }
  | { readonly kind: 'continued' }
  | { readonly kind: 'scanned'; readonly code: string };

/**
 * Tells a scanner that types from a person who does: a scan is a burst of keys that ends with Enter and is quicker on
 * the whole than a person types. Feed it every key with its time in milliseconds.
 */
export class ScanBurst {
  private text = '';
  private firstAt = 0;
  private lastAt = -Infinity;

  key(key: string, at: number): BurstResult {
    const inTime = at - this.lastAt <= MAX_KEY_GAP_MS;
    this.lastAt = at;
    if (key === 'Shift') return { kind: 'ignored' };
    if (key === 'Enter') {
      const code = this.text;
      this.text = '';
      const quick = inTime && at - this.firstAt <= code.length * MEAN_KEY_GAP_MS;
      return quick && code.length >= MIN_SCAN_LENGTH ? { kind: 'scanned', code } : { kind: 'ignored' };
    }
    if (key.length !== 1) {
      this.text = '';
      return { kind: 'ignored' };
    }
    if (inTime && this.text !== '') {
      this.text += key;
      return { kind: 'continued' };
    }
    this.text = key;
    this.firstAt = at;
    return { kind: 'started' };
  }
}

/**
 * The code of a scan into a search field that held `head` before the burst. Digits there are the beginning of the same
 * code: the machine was busy for a moment. Anything else is what a person was typing.
 */
export function wholeCode(head: string, code: string): string {
  return /^\d+$/.test(head) && /^\d+$/.test(code) ? head + code : code;
}

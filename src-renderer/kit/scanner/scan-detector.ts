import { GROUP_SEPARATOR } from '../../../domain/barcodes/read-elements.ts';
import { type Burst, isScan, type KeyPlace } from './is-scan.ts';

/** No key for so long, in milliseconds, and a burst is over. Scanners on the radio pause for up to 100. */
export const PAUSE_MS = 220;

/**
 * So long, in milliseconds, the rest of a code is waited for from scanners that end their codes by a key: a busy computer hands keys on
 * late, and the timer that waits for silence is not late with them.
 */
export const SUFFIX_PATIENCE_MS = 1_000;

/** The second key of a suffix comes within so many milliseconds from the quickest of scanners. */
const SUFFIX_MS = 30;

/** Three keys so close together, in milliseconds each, are typed by no person. */
const AT_ONCE_MS = 8;
const AT_ONCE_KEYS = 3;

const COMPANIONS = ['Shift', 'CapsLock', 'Control', 'Alt', 'AltGraph', 'Meta'];

/** Whether a key comes along with others and is none itself. */
export const isCompanion = (key: string): boolean => COMPANIONS.includes(key);

export interface Key {
  /** As `KeyboardEvent.key` names it. */
  readonly key: string;
  /** When it was pressed, in milliseconds. */
  readonly at: number;
  readonly place: KeyPlace;
  /** Whether Ctrl, Alt or Meta is held. */
  readonly modified: boolean;
  /** Whether it comes again because it is held down. */
  readonly repeated: boolean;
}

export type Verdict =
  /** For whoever has the cursor. A burst may have begun with it. */
  | { readonly kind: 'typed'; readonly first: boolean }
  /** Part of a scan, or held back until that is known: nobody else may see it. */
  | { readonly kind: 'swallowed' }
  /** The end of a scan: nobody else may see it, and what the burst typed is to be taken back. */
  | { readonly kind: 'scanned'; readonly code: string };

const TYPED: Verdict = { kind: 'typed', first: false };
const FIRST: Verdict = { kind: 'typed', first: true };
const SWALLOWED: Verdict = { kind: 'swallowed' };

/**
 * Follows every key and tells scans from typing. A scan ends with Enter, Tab or CR LF, or, where the scanner sends none,
 * with silence: ask {@link silence} when {@link patienceMs} have gone by since the last key, or when the next key {@link isOver}.
 * What comes too quickly for a person is held back from a search field, because to show each character costs more than the
 * scan itself. What was held and was no scan is to be typed after all: ask {@link typedAfterAll} after each key and silence.
 */
export class ScanDetector {
  private text = '';
  private gaps: number[] = [];
  private place: KeyPlace = 'none';
  private lastAt = -Infinity;
  /** Until when the rest of the last scan's suffix may come. */
  private suffixUntil = -Infinity;
  private held = '';
  private typed = '';
  /** Whether the last scan ended by a key. Before the first one it is taken for granted: most scanners come so, and no code is torn. */
  private isSuffixed = true;
  private readonly shortest: () => number;

  /** @param shortest the fewest characters of a code, asked for at each decision. */
  constructor(shortest: () => number) {
    this.shortest = shortest;
  }

  key({ key, at, place, modified, repeated }: Key): Verdict {
    if (isCompanion(key)) return TYPED;
    const isEnd = key === 'Enter' || key === 'Tab' || (modified && /^[jm]$/i.test(key));
    if (isEnd && this.text === '' && at <= this.suffixUntil) return SWALLOWED;
    const inTime = at >= this.lastAt && at - this.lastAt <= PAUSE_MS;
    if (!inTime || repeated) this.forget();
    if (repeated) return TYPED;
    if (isEnd) return this.end(at);
    const character = modified && key === ']' && this.text !== '' ? GROUP_SEPARATOR : key;
    if (character.length !== 1 || (modified && character !== GROUP_SEPARATOR)) {
      this.forget();
      return TYPED;
    }
    const first = this.text === '';
    if (!first) this.gaps.push(at - this.lastAt);
    this.text += character;
    this.place = place;
    this.lastAt = at;
    // The cursor has left the field that they belong to.
    if (place !== 'search') this.release();
    if (first) return FIRST;
    // A button takes a space for a press.
    if (character === GROUP_SEPARATOR || (place === 'none' && character === ' ')) return SWALLOWED;
    if (!this.isHeld()) return TYPED;
    this.held += character;
    return SWALLOWED;
  }

  /** For how long, in milliseconds, the next key of a burst is waited for before {@link silence} is asked. */
  get patienceMs(): number {
    return this.isSuffixed ? SUFFIX_PATIENCE_MS : PAUSE_MS;
  }

  /** Whether a burst had ended when a key was pressed. */
  isOver(at: number): boolean {
    return this.text !== '' && at - this.lastAt > PAUSE_MS;
  }

  /** Whether a burst goes on at a moment. */
  isAtIt(at: number): boolean {
    return this.text !== '' && at - this.lastAt <= PAUSE_MS;
  }

  /** Characters that were held back and turned out to be no scan; each is told once. */
  typedAfterAll(): string {
    const { typed } = this;
    this.typed = '';
    return typed;
  }

  private isHeld(): boolean {
    if (this.held !== '') return true;
    return this.place === 'search' && this.text.length >= AT_ONCE_KEYS && this.gaps.every((gap) => gap <= AT_ONCE_MS);
  }

  /**
   * The code of a scan without a suffix, once no more of it comes; null when it was no scan. What was no scan may go on:
   * a busy computer hands keys on late, and only the times at which they were pressed tell.
   */
  silence(at: number): string | null {
    const code = this.decide(false);
    if (code === null) {
      this.release();
      return null;
    }
    this.isSuffixed = false;
    this.awaitSuffix(at);
    this.forget();
    return code;
  }

  private end(at: number): Verdict {
    if (this.text === '') return TYPED;
    this.gaps.push(at - this.lastAt);
    const code = this.decide(true);
    // Characters and then Enter press no button, even where they are too few for a code.
    const presses = code === null && this.place !== 'none';
    if (code !== null) this.isSuffixed = true;
    if (!presses) this.awaitSuffix(at);
    this.forget();
    if (presses) return TYPED;
    return code === null ? SWALLOWED : { kind: 'scanned', code };
  }

  /** A suffix of two keys comes at the pace of the rest. */
  private awaitSuffix(at: number): void {
    this.suffixUntil = at + Math.min(PAUSE_MS, Math.max(SUFFIX_MS, 2 * Math.max(...this.gaps)));
  }

  private decide(ended: boolean): string | null {
    const burst: Burst = { text: this.text, gaps: this.gaps, ended, place: this.place };
    if (!isScan(burst, this.shortest())) return null;
    this.held = '';
    return this.text;
  }

  private release(): void {
    this.typed += this.held;
    this.held = '';
  }

  private forget(): void {
    this.release();
    this.text = '';
    this.gaps = [];
    this.lastAt = -Infinity;
  }
}

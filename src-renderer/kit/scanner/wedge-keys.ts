/** A key as the browser tells of it, as far as scanners need it. */
type PressedKey = Pick<KeyboardEvent, 'key' | 'code' | 'altKey'>;

/** The character that {@link AltCode} makes of 29: ASCII's group separator, which scanners type for FNC1. */
const SEPARATOR_CODE = 29;

/** What keeps the character of a key to itself: an input method, or a key that waits for the next one. */
const KEPT = ['Process', 'Dead', 'Unidentified'];

const ON_US_KEYBOARD: Readonly<Record<string, string>> = {
  ...{ Space: ' ', Minus: '-', Equal: '=', BracketLeft: '[', BracketRight: ']', Backslash: '\\', Semicolon: ';', Quote: "'" },
  ...{ Backquote: '`', Comma: ',', Period: '.', Slash: '/', NumpadDecimal: '.', NumpadSubtract: '-', Enter: 'Enter', NumpadEnter: 'Enter' },
  Tab: 'Tab',
};

const SHIFTED: Readonly<Record<string, string>> = {
  ...{ '1': '!', '2': '@', '3': '#', '4': '$', '5': '%', '6': '^', '7': '&', '8': '*', '9': '(', '0': ')' },
  ...{ '-': '_', '=': '+', '[': '{', ']': '}', '\\': '|', ';': ':', "'": '"', '`': '~', ',': '<', '.': '>', '/': '?' },
};

/**
 * What a key types. Where an input method or a dead key keeps it back, it goes by the place of the key on a US keyboard, which is what
 * scanners are set to when they leave the factory.
 */
export function typedBy({ key, code, shiftKey }: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>): string {
  if (!KEPT.includes(key)) return key;
  const place = /^(?:Key|Digit|Numpad)([A-Z\d])$/.exec(code)?.[1]?.toLowerCase() ?? ON_US_KEYBOARD[code];
  if (place === undefined) return key;
  return shiftKey && !code.startsWith('Numpad') ? (SHIFTED[place] ?? (place.length === 1 ? place.toUpperCase() : place)) : place;
}

/** Follows Alt and digits of the number pad, by which some scanners type a character that no key has: Alt+029. */
export class AltCode {
  private digits = '';

  /** Whether a key is one of the digits; nobody else may see it then. */
  takes({ key, code, altKey }: PressedKey): boolean {
    const digit = altKey ? /^Numpad(\d)$/.exec(code)?.[1] : undefined;
    if (digit !== undefined) this.digits += digit;
    else if (key !== 'Alt') this.digits = '';
    return digit !== undefined;
  }

  /** Whether the separator was typed, once Alt is let go. */
  isSeparatorOnRelease(): boolean {
    const code = Number(this.digits);
    this.digits = '';
    return code === SEPARATOR_CODE;
  }
}

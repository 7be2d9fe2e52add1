import { MOST_SCANNED, type SCAN_ENDS, type ScanEvent } from '../../domain/device/scanner.ts';

/** The byte that ends a code. */
const END_BYTES = { cr: 0x0d, lf: 0x0a, tab: 0x09 } as const satisfies Record<(typeof SCAN_ENDS)[number], number>;

/** What scanners and lines put around a code, beside white space: STX, ETX, and the zeros of a port that is being opened. */
const AROUND = /^[\s\u0000\u0002\u0003]+|[\s\u0000\u0002\u0003]+$/g;

/** Control characters that a label may hold: EOT, GS, RS, FS and US of ISO/IEC 15434, and line breaks and tabs of QR codes. */
const NO_LABEL_HAS = /(?![\t\n\r\u0004\u001c-\u001f])[\u0000-\u001f\u007f-\u009f]/;

/** Scanners send UTF-8, or one byte a character (ISO/IEC 8859-1). */
function textOf(bytes: readonly number[]): string {
  const all = Uint8Array.from(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(all);
  } catch {
    return Buffer.from(all).toString('latin1');
  }
}

/** What came between two ends; null where that is nothing that anybody scanned. */
function eventOf(bytes: readonly number[]): ScanEvent | null {
  const code = textOf(bytes).replace(AROUND, '');
  if (code === '') return null;
  return NO_LABEL_HAS.test(code) ? { kind: 'misread', why: 'noise' } : { kind: 'code', code };
}

/** What one scanner has sent and not ended yet. A code ends with its last byte and with nothing else. */
export class ScanBuffer {
  private bytes: number[] = [];
  private isTooLong = false;
  private readonly end: number;

  constructor(end: (typeof SCAN_ENDS)[number]) {
    this.end = END_BYTES[end];
  }

  /** Whether something waits for its end. */
  get isWaiting(): boolean {
    return this.isTooLong || this.bytes.length > 0;
  }

  /** @returns what has ended with these bytes. */
  take(bytes: Iterable<number>): ScanEvent[] {
    const events: ScanEvent[] = [];
    for (const byte of bytes) {
      if (byte === this.end) events.push(...this.close('too_long', eventOf));
      else if (this.bytes.length < MOST_SCANNED) this.bytes.push(byte);
      else this.isTooLong = true;
    }
    return events;
  }

  /** Nothing has come for so long that what waits has no end: what comes next is another code. */
  silence(): ScanEvent[] {
    return this.close('no_end', (bytes) => (eventOf(bytes) === null ? null : { kind: 'misread', why: 'no_end' }));
  }

  /** The scanner is gone: what waits was cut off. */
  gone(): ScanEvent[] {
    return this.close('cut', (bytes) => (eventOf(bytes) === null ? null : { kind: 'misread', why: 'cut' }));
  }

  private close(tooLong: 'too_long' | 'no_end' | 'cut', read: (bytes: readonly number[]) => ScanEvent | null): ScanEvent[] {
    const event: ScanEvent | null = this.isTooLong ? { kind: 'misread', why: tooLong } : read(this.bytes);
    this.bytes = [];
    this.isTooLong = false;
    return event === null ? [] : [event];
  }
}

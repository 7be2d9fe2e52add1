import { splitPlainly, splitRecord } from './split-record.ts';

/** One record of a CSV file. */
export interface CsvRecord {
  /** The line on which it ends; the header is line 1. */
  readonly line: number;
  /** As it stands in the file, without its line end. */
  readonly text: string;
  /** Null when its quotes are not in order. */
  readonly values: readonly string[] | null;
}

/** A quoted value goes over at most this many lines: more, and a quote was forgotten. */
const MOST_LINES = 50;

/**
 * Puts records together from lines. Every line ends up in exactly one record: where a quote was forgotten or is one too
 * many, only its own line is broken, and the lines behind it are read as if nothing had happened.
 * @param width how many values a sound record has; null until the header has told.
 */
export class RecordAssembler {
  #held: { readonly line: number; readonly text: string }[] = [];
  readonly #separator: string;
  #width: number | null;

  constructor(separator: string, width: number | null = null) {
    this.#separator = separator;
    this.#width = width;
  }

  /** Takes the next line. @returns the records that it completes. */
  add(line: number, text: string): CsvRecord[] {
    if (this.#held.length === 0 && text.trim() === '') return [];
    this.#held.push({ line, text });
    return this.#settle(false);
  }

  /** Nothing more comes. */
  end(): CsvRecord[] {
    return this.#settle(true);
  }

  #settle(last: boolean): CsvRecord[] {
    const records: CsvRecord[] = [];
    while (this.#held.length > 0) {
      const record = this.#first(last);
      if (record === null) break;
      records.push(record);
      this.#width ??= record.values?.length ?? null;
    }
    return records;
  }

  /** The record that begins with the first line held; null when more lines may belong to it. */
  #first(last: boolean): CsvRecord | null {
    const [begin] = this.#held;
    if (begin === undefined) return null;
    let text = '';
    for (const [index, { line, text: more }] of this.#held.entries()) {
      text = index === 0 ? more : `${text}\n${more}`;
      const values = splitRecord(text, this.#separator);
      if (values === 'open') continue;
      if (values === null || (index > 0 && this.#width !== null && values.length !== this.#width)) break;
      this.#held = this.#held.slice(index + 1);
      return { line, text, values };
    }
    const isOpen = splitRecord(text, this.#separator) === 'open';
    if (isOpen && !last && this.#held.length < MOST_LINES) return null;
    this.#held = this.#held.slice(1);
    const plain = splitPlainly(begin.text, this.#separator);
    return { ...begin, values: this.#width !== null && plain.length === this.#width ? plain : null };
  }
}

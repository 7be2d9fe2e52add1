import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { csvCell } from '../base/csv.ts';
import { type ImportFault, importFaultText } from '../../domain/office/import-fault.ts';

/** A row that was not taken: where it stands, and what is wrong. */
export interface RefusedRow extends ImportFault {
  readonly line: number;
  /** The row as it stands in the file; '' where only its line is known. */
  readonly text?: string;
}

/** How many refused rows a person is shown; the file has all of them. */
const SHOWN = 20;

/** Collects refused rows: counts them, keeps the first to show, and writes all of them to a CSV file. */
export class RefusedRows {
  readonly file: string;
  readonly shown: RefusedRow[] = [];
  count = 0;
  #stream: WriteStream | null = null;

  constructor(file: string) {
    this.file = file;
  }

  async add(row: RefusedRow): Promise<void> {
    this.count += 1;
    if (this.shown.length < SHOWN) this.shown.push(row);
    if (this.#stream === null) {
      await mkdir(dirname(this.file), { recursive: true });
      this.#stream = createWriteStream(this.file);
      this.#stream.write('line,field,reason,row\n');
    }
    if (!this.#stream.write(`${row.line},${csvCell(row.field)},${csvCell(importFaultText(row))},${csvCell(row.text ?? '')}\n`))
      await once(this.#stream, 'drain');
  }

  async close(): Promise<void> {
    if (this.#stream === null) return;
    this.#stream.end();
    await once(this.#stream, 'finish');
  }
}

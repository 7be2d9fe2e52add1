import iconv from 'iconv-lite';
import { POLE_COLUMNS } from '../../../domain/device/pole.ts';
import { CODE_PAGE_NUMBERS } from '../../pole/commands.ts';

const [CLEAR, CR, ESC, US] = [0x0c, 0x0d, 0x1b, 0x1f];
const FIRST_PRINTABLE = 0x20;
const SPACE = 0x20;
const LINES = 2;

const emptyLine = (): number[] => Array<number>(POLE_COLUMNS).fill(SPACE);

/** A display with two lines of twenty characters. It understands the commands of the CD5220 and those of Epson that tills use. */
export class SimulatedPole {
  private lines = [emptyLine(), emptyLine()];
  private cursor = { line: 0, column: 0 };
  private codePage = 'cp858';
  private left: readonly number[] = [];
  /** What it did not understand, as hexadecimal numbers. */
  readonly unknown: string[] = [];

  /** What stands on it. */
  get shown(): readonly string[] {
    return this.lines.map((line) => iconv.decode(Buffer.from(line), this.codePage));
  }

  /** Loses its power: everything but its set of characters is as new. */
  clear(): void {
    this.lines = [emptyLine(), emptyLine()];
    this.cursor = { line: 0, column: 0 };
    this.left = [];
  }

  /** Reads what a till has sent; a command that is not whole waits for the rest of it. */
  take(bytes: readonly number[]): void {
    let rest = [...this.left, ...bytes];
    while (rest.length > 0) {
      const length = this.takeOne(rest);
      if (length === 0) break;
      rest = rest.slice(length);
    }
    this.left = rest;
  }

  private write(line: number, text: readonly number[]): void {
    this.lines[line] = [...text, ...emptyLine()].slice(0, POLE_COLUMNS);
  }

  /** @returns how many bytes were one command; 0 where it is not whole yet. */
  private takeOne(bytes: readonly number[]): number {
    const [first = 0, second, third, fourth] = bytes;
    if (first === ESC) return this.takeEsc(bytes);
    if (first === US) {
      if (fourth === undefined) return bytes.length < 4 ? 0 : 4;
      if (second !== 0x24) return this.leaveOut(bytes.slice(0, 2));
      this.cursor = { column: Math.max(0, (third ?? 1) - 1), line: Math.min(LINES, Math.max(1, fourth)) - 1 };
      return 4;
    }
    if (first === CLEAR) {
      this.clear();
      return 1;
    }
    if (first < FIRST_PRINTABLE) return this.leaveOut([first]);
    const { line, column } = this.cursor;
    const shown = this.lines[line];
    if (shown !== undefined && column < POLE_COLUMNS) shown[column] = first;
    this.cursor = { line, column: column + 1 };
    return 1;
  }

  private takeEsc(bytes: readonly number[]): number {
    const [, letter, value] = bytes;
    if (letter === 0x40) {
      this.clear();
      return 2;
    }
    if (letter === undefined || value === undefined) return 0;
    if (letter === 0x74) {
      const page = Object.entries(CODE_PAGE_NUMBERS).find(([, number]) => number === value)?.[0];
      if (page === undefined) return this.leaveOut(bytes.slice(0, 3));
      this.codePage = page;
      return 3;
    }
    if (letter !== 0x51 || (value !== 0x41 && value !== 0x42)) return this.leaveOut(bytes.slice(0, 3));
    const end = bytes.indexOf(CR);
    if (end === -1) return 0;
    this.write(value - 0x41, bytes.slice(3, end));
    return end + 1;
  }

  private leaveOut(bytes: readonly number[]): number {
    this.unknown.push(Buffer.from(bytes).toString('hex'));
    return bytes.length;
  }
}

import { z } from 'zod';
import { type ReadLabel, readLabel } from './read-zpl.ts';

/** What it does with what is sent: prints it; takes it and never prints; prints one label of a job, and the labels end; says nothing. */
export const labelHabit = z.enum(['fine', 'swallow', 'half', 'silent']);
export type LabelHabit = z.infer<typeof labelHabit>;

const MOST_KEPT = 300;

/** A label printer that understands ZPL, as a till sees one. What it could not print yet it prints when it can again. */
export class SimulatedLabelPrinter {
  habit: LabelHabit = 'fine';
  private hasLabels = true;
  private isOpen = false;
  private waiting: ReadLabel[] = [];
  /** What was printed, the oldest first. */
  readonly printed: ReadLabel[] = [];
  /** Commands that it does not know. */
  readonly unknown: string[] = [];

  get isEmpty(): boolean {
    return !this.hasLabels;
  }

  get isHeadOpen(): boolean {
    return this.isOpen;
  }

  setEmpty(isEmpty: boolean): void {
    this.hasLabels = !isEmpty;
    this.work();
  }

  setHead(isOpen: boolean): void {
    this.isOpen = isOpen;
    this.work();
  }

  /** Takes what arrives over one connection. @param answer sends bytes back. @returns what takes the bytes. */
  connect(answer: (bytes: Uint8Array) => void): (chunk: Uint8Array) => void {
    let rest = Buffer.alloc(0);
    return (chunk) => {
      rest = Buffer.concat([rest, chunk]);
      for (;;) {
        const text = rest.toString('latin1');
        const next = /~HS|\^XA[\s\S]*?\^XZ/.exec(text);
        if (next === null) break;
        const [whole] = next;
        const end = next.index + whole.length;
        const zpl = rest.subarray(next.index, end).toString('utf8');
        rest = rest.subarray(end);
        if (this.habit === 'silent') continue;
        if (whole === '~HS') answer(this.status());
        else this.take(zpl);
      }
    };
  }

  private take(zpl: string): void {
    const { label, unknown } = readLabel(zpl);
    this.unknown.push(...unknown);
    for (let copy = 0; copy < label.copies; copy += 1) this.waiting.push(label);
    this.work();
  }

  /** Prints what waits, for as long as it can. */
  private work(): void {
    while (this.hasLabels && !this.isOpen && this.habit !== 'swallow') {
      const next = this.waiting.shift();
      if (next === undefined) return;
      this.printed.push(next);
      if (this.printed.length > MOST_KEPT) this.printed.shift();
      if (this.habit !== 'half') continue;
      this.habit = 'fine';
      this.hasLabels = false;
    }
  }

  /** Forgets what waits, as a printer that is switched off. */
  switchOff(): void {
    this.waiting = [];
  }

  /** The three lines of `~HS`. */
  private status(): Uint8Array {
    const flag = (isOn: boolean) => (isOn ? '1' : '0');
    const formats = String(this.waiting.length).padStart(3, '0');
    const lines = [
      `030,${flag(!this.hasLabels)},0,1218,${formats},0,0,0,000,0,0,0`,
      `001,0,${flag(this.isOpen)},0,1,2,6,0,00000000,1,000`,
      '1234,0',
    ];
    return Buffer.from(lines.map((line) => `\u0002${line}\u0003\r\n`).join(''), 'latin1');
  }
}

import { z } from 'zod';
import { Paper } from './paper.ts';
import { byteOf } from '../../star/status.ts';
import { type Command, readEscpos } from './read-escpos.ts';
import { readStar } from './read-star.ts';

/**
 * What it does with what is sent: prints it, one line after the other; takes it and never prints; prints a few lines, and the paper ends;
 * or takes connections and says nothing at all.
 */
export const printerHabit = z.enum(['fine', 'slow', 'swallow', 'half', 'silent']);
export type PrinterHabit = z.infer<typeof printerHabit>;

/** What it understands. */
export const printerLanguage = z.enum(['escpos', 'star']);

const READERS = { escpos: readEscpos, star: readStar } as const;

export const printerPaper = z.enum(['enough', 'low', 'out']);

/** How long a line takes where it is slow, in milliseconds. */
const SLOW_LINE_MS = 150;
/** After so many lines the paper ends where it prints half. */
const HALF_LINES = 4;

const STATE = 0x12;
const DRAWER_OPEN = 0x04;
const OFFLINE = 0x08;
const COVER_OPEN = 0x04;
const STOPPED_BY_PAPER = 0x20;
const PAPER_LOW = 0x0c;
const PAPER_END = 0x60;

type Answer = (bytes: Uint8Array) => void;

/** A receipt printer with a drawer, as a till sees one. What it could not print yet it prints when it can again. */
export class SimulatedPrinter {
  readonly paper = new Paper();
  habit: PrinterHabit = 'fine';
  language: z.infer<typeof printerLanguage> = 'escpos';
  /** How many jobs it says that it has printed, modulo 32. */
  private counted = 0;
  drawerOpenings = 0;
  isDrawerOpen = false;
  /** Where the drawer that opened last is plugged in; null before the first. */
  lastConnector: number | null = null;
  /** Commands that it does not know, as hexadecimal bytes. */
  readonly unknown: string[] = [];
  private paperIs: z.infer<typeof printerPaper> = 'enough';
  private coverIsOpen = false;
  private readonly waiting: { readonly command: Command; readonly answer: Answer }[] = [];
  private linesOfHalf = 0;
  private timer: ReturnType<typeof setTimeout> | null = null;

  get paperState(): z.infer<typeof printerPaper> {
    return this.paperIs;
  }

  get isCoverOpen(): boolean {
    return this.coverIsOpen;
  }

  setPaper(paper: z.infer<typeof printerPaper>): void {
    this.paperIs = paper;
    this.work();
  }

  setCover(isOpen: boolean): void {
    this.coverIsOpen = isOpen;
    this.work();
  }

  /** Takes what arrives over one connection. @param answer sends bytes back. @returns what takes the bytes. */
  connect(answer: Answer): (chunk: Uint8Array) => void {
    let rest: readonly number[] = [];
    return (chunk) => {
      const read = READERS[this.language]([...rest, ...chunk]);
      rest = read.rest;
      for (const command of read.commands) this.receive(command, answer);
      this.work();
    };
  }

  private receive(command: Command, answer: Answer): void {
    if (this.habit === 'silent') return;
    if (command.kind === 'ask_state') answer(Uint8Array.of(this.stateByte(command.value)));
    else if (command.kind === 'ask_status') answer(this.starStatus());
    else if (command.kind === 'pulse' && command.atOnce) this.openDrawer(command.connector);
    else if (this.habit !== 'swallow') this.waiting.push({ command, answer });
  }

  private openDrawer(connector: number): void {
    this.isDrawerOpen = true;
    this.lastConnector = connector;
    this.drawerOpenings += 1;
  }

  private get canPrint(): boolean {
    return this.paperIs !== 'out' && !this.coverIsOpen;
  }

  private stateByte(about: number): number {
    const isOut = this.paperIs === 'out';
    if (about === 1) return STATE | (this.isDrawerOpen ? DRAWER_OPEN : 0) | (this.canPrint ? 0 : OFFLINE);
    if (about === 2) return STATE | (this.coverIsOpen ? COVER_OPEN : 0) | (isOut ? STOPPED_BY_PAPER : 0);
    if (about === 4) return STATE | (this.paperIs === 'enough' ? 0 : PAPER_LOW) | (isOut ? PAPER_END : 0);
    return STATE;
  }

  /** The automatic status of Star: nine bytes, of which the first says so. */
  private starStatus(): Uint8Array {
    const printer = (this.isDrawerOpen ? 0x04 : 0) | (this.canPrint ? 0 : 0x08) | (this.coverIsOpen ? 0x20 : 0);
    const paper = this.paperIs === 'out' ? 0x0c : this.paperIs === 'low' ? 0x04 : 0;
    return Uint8Array.of(0x23, 0x06, printer, 0, 0, paper, 0, byteOf(this.counted), 0);
  }

  /** Does what waits, for as long as it can. */
  private work(): void {
    while (this.timer === null && this.canPrint) {
      const next = this.waiting.shift();
      if (next === undefined) return;
      const hasMoved = this.carryOut(next.command, next.answer);
      if (hasMoved && this.habit === 'half') this.countHalf();
      if (hasMoved && this.habit === 'slow') this.rest();
    }
  }

  private countHalf(): void {
    this.linesOfHalf += 1;
    if (this.linesOfHalf < HALF_LINES) return;
    this.linesOfHalf = 0;
    this.habit = 'fine';
    this.paperIs = 'out';
  }

  private rest(): void {
    this.timer = setTimeout(() => {
      this.timer = null;
      this.work();
    }, SLOW_LINE_MS);
  }

  private carryOut(command: Command, answer: Answer): boolean {
    if (command.kind === 'unknown') this.unknown.push(Buffer.from(command.bytes).toString('hex'));
    if (command.kind === 'pulse') this.openDrawer(command.connector);
    if (command.kind === 'count') this.counted = (this.counted + 1) % 32;
    if (command.kind === 'ask_paper') answer(Uint8Array.of(this.paperIs === 'enough' ? 0 : 0x03));
    if (command.kind === 'ask_job') answer(Uint8Array.of(0x37, 0x22, ...Buffer.from(command.number, 'latin1'), 0));
    return this.paper.take(command);
  }
}

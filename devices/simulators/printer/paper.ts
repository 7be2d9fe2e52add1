import iconv from 'iconv-lite';
import type { Command } from './read-escpos.ts';

export interface Run {
  readonly text: string;
  readonly bold: boolean;
  /** How many times as wide and as high as normal. */
  readonly wide: number;
  readonly high: number;
}

export type Align = 'left' | 'centre' | 'right';

/** What stands on the paper, from the top to the bottom. */
export type Printed =
  | { readonly kind: 'line'; readonly align: Align; readonly runs: readonly Run[] }
  | { readonly kind: 'barcode'; readonly align: Align; readonly data: string; readonly height: number; readonly module: number }
  | { readonly kind: 'qr'; readonly align: Align; readonly data: string; readonly module: number }
  | { readonly kind: 'picture'; readonly align: Align; readonly width: number; readonly bits: readonly number[] };

/** The numbers of code pages at Epson. */
const CODE_PAGES: Readonly<Record<number, string>> = {
  0: 'cp437',
  2: 'cp850',
  14: 'cp737',
  16: 'windows1252',
  17: 'cp866',
  18: 'cp852',
  19: 'cp858',
  47: 'windows1253',
};
const ALIGNS: readonly Align[] = ['left', 'centre', 'right'];
const FRESH = {
  bold: false,
  wide: 1,
  high: 1,
  codePage: 'cp437',
  align: 'left' as Align,
  barcodeHeight: 162,
  barcodeModule: 3,
  qrModule: 3,
  qrData: '',
};

/** The code set of Code 128 is not printed. */
const withoutCodeSet = (data: string) => data.replace(/^\{[ABC]/, '');

/** The print head over its paper: takes commands, and puts what they say on paper. */
export class Paper {
  private style = { ...FRESH };
  private runs: Run[] = [];
  private slip: Printed[] = [];
  private readonly done: Printed[][] = [];

  /** Slips that were cut, the oldest first, and what hangs from the printer. */
  get slips(): readonly (readonly Printed[])[] {
    return this.slip.length === 0 ? this.done : [...this.done, this.slip];
  }

  /** @returns whether it moved the paper. */
  take(command: Command): boolean {
    switch (command.kind) {
      case 'text': {
        const { bold, wide, high, codePage } = this.style;
        this.runs.push({ text: iconv.decode(Buffer.from(command.bytes), codePage), bold, wide, high });
        return false;
      }
      case 'feed':
        this.slip.push({ kind: 'line', align: this.style.align, runs: this.runs });
        this.runs = [];
        return true;
      case 'cut':
        if (this.slip.length > 0) this.done.push(this.slip);
        this.slip = [];
        return true;
      default: {
        const drawn = this.drawn(command);
        if (drawn === null) this.change(command);
        else this.slip.push(drawn);
        return drawn !== null;
      }
    }
  }

  private drawn(command: Command): Printed | null {
    const { align, barcodeHeight, barcodeModule, qrData, qrModule } = this.style;
    if (command.kind === 'picture') return { kind: 'picture', align, width: command.width, bits: command.bits };
    if (command.kind === 'qr_print') return { kind: 'qr', align, data: qrData, module: qrModule };
    if (command.kind !== 'barcode') return null;
    return { kind: 'barcode', align, data: withoutCodeSet(command.data), height: barcodeHeight, module: barcodeModule };
  }

  private change(command: Command): void {
    if (command.kind === 'initialise') this.style = { ...FRESH };
    if (command.kind === 'bold') this.style.bold = command.value === 1;
    if (command.kind === 'size') Object.assign(this.style, { wide: (command.value >> 4) + 1, high: (command.value & 7) + 1 });
    if (command.kind === 'code_page') this.style.codePage = CODE_PAGES[command.value] ?? 'cp437';
    if (command.kind === 'align') this.style.align = ALIGNS[command.value] ?? 'left';
    if (command.kind === 'barcode_height') this.style.barcodeHeight = command.value;
    if (command.kind === 'barcode_width') this.style.barcodeModule = command.value;
    if (command.kind === 'qr_size') this.style.qrModule = command.value;
    if (command.kind === 'qr_data') this.style.qrData = command.data;
  }
}

/** What can be read on a slip, line by line. */
export function textOf(slip: readonly Printed[]): string[] {
  return slip.map((part) => {
    if (part.kind === 'line')
      return part.runs
        .map(({ text }) => text)
        .join('')
        .trimEnd();
    return part.kind === 'picture' ? `[picture ${part.width}]` : `[${part.kind} ${part.data}]`;
  });
}

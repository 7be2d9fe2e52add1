import { encode } from 'uqr';
import { type PrintBlock, type PrintDocument, rowsOf } from '../../domain/device/print-document.ts';
import { printable } from '../printing/encode.ts';

/** A label, in dots. */
export interface LabelSize {
  readonly width: number;
  readonly height: number;
  readonly dotsPerMm: number;
}

type Of<K extends PrintBlock['kind']> = Extract<PrintBlock, { kind: K }>;

/** Sizes in millimetres: a label is read from an arm's length, and a tote's from farther away. */
const MARGIN_MM = 3;
const LETTER_MM = { normal: 3.5, large: 9 } as const;
const LINE_GAP_MM = 1;
const BARCODE_MM = 22;
const MOST_MODULE_MM = 0.5;
const QR_MODULE_MM = 0.75;
/** How wide a letter of the printer's own font is at most, as a part of its height. */
const LETTER_WIDTH = 0.62;
/** What Code 128 has besides a character of 11 modules each: start, check, stop, and the free space at both ends. */
const [CODE_MODULES, CODE_FRAME] = [11, 11 + 11 + 13 + 20];
/** What stands below a barcode. */
const BELOW_BARCODE_MM = 5;

/** Text as the data of a field. What would be a command, or the sign for one, is written as a number (`^FH`). */
function fieldData(text: string): string {
  return printable(text).replace(/[\^~_\\]/g, (sign) => `_${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

/** A text in lines that are not longer than so many letters; a word that is longer is broken. */
export function wrap(text: string, letters: number): string[] {
  return text.split('\n').flatMap((line) => {
    const lines = [''];
    for (const word of line.split(' ')) {
      const last = lines.at(-1) ?? '';
      const longer = last === '' ? word : `${last} ${word}`;
      if (longer.length <= letters) lines.splice(-1, 1, longer);
      else {
        const parts = word.match(new RegExp(`.{1,${letters}}`, 'gsu')) ?? [''];
        if (last === '') lines.pop();
        lines.push(...parts);
      }
    }
    return lines;
  });
}

/** What one block looks like at a place, and how far down it goes. */
interface Placed {
  readonly height: number;
  readonly at: (y: number) => string;
}

class LabelWriter {
  private readonly labels: string[] = [];
  private fields: string[] = [];
  private y: number;
  private readonly margin: number;
  private readonly size: LabelSize;
  private readonly isFromRight: boolean;

  constructor(size: LabelSize, isFromRight: boolean) {
    this.size = size;
    this.isFromRight = isFromRight;
    this.margin = this.mm(MARGIN_MM);
    this.y = this.margin;
  }

  private mm(millimetres: number): number {
    return Math.round(millimetres * this.size.dotsPerMm);
  }

  private get inner(): number {
    return this.size.width - 2 * this.margin;
  }

  /** Ends the label, where something stands on it. */
  cut(): void {
    if (this.fields.length > 0) {
      const { width, height } = this.size;
      this.labels.push(`^XA^CI28^PW${width}^LL${height}^LH0,0${this.fields.join('')}^PQ1^XZ`);
    }
    this.fields = [];
    this.y = this.margin;
  }

  private place({ height, at }: Placed): void {
    if (this.y + height > this.size.height - this.margin) this.cut();
    this.fields.push(at(this.y));
    this.y += height;
  }

  private line(text: string, high: number, justified: 'L' | 'C' | 'R'): void {
    const font = `^A0N,${high},${high}^FB${this.inner},1,0,${justified}`;
    this.place({
      height: high + this.mm(LINE_GAP_MM),
      at: (y) => `^FO${this.margin},${y}${font}^FH_^FD${fieldData(text)}^FS`,
    });
  }

  private text({ text, align, size }: Pick<Of<'text'>, 'text' | 'align' | 'size'>): void {
    const high = this.mm(LETTER_MM[size]);
    const justified = align === 'centre' ? 'C' : this.isFromRight ? 'R' : 'L';
    for (const line of wrap(printable(text), Math.floor(this.inner / (high * LETTER_WIDTH)))) this.line(line, high, justified);
  }

  /** Both texts in one line where they fit, else below one another. */
  private columns({ start, end, size }: Of<'columns'>): void {
    const high = this.mm(LETTER_MM[size]);
    if ((start.length + end.length + 1) * high * LETTER_WIDTH > this.inner) {
      this.text({ text: start, align: 'start', size });
      return this.line(end, high, this.isFromRight ? 'L' : 'R');
    }
    const side = (text: string, justified: 'L' | 'R') =>
      `^A0N,${high},${high}^FB${this.inner},1,0,${justified}^FH_^FD${fieldData(text)}^FS`;
    const [first, second] = this.isFromRight ? (['R', 'L'] as const) : (['L', 'R'] as const);
    this.place({
      height: high + this.mm(LINE_GAP_MM),
      at: (y) => `^FO${this.margin},${y}${side(start, first)}^FO${this.margin},${y}${side(end, second)}`,
    });
  }

  private rule(): void {
    this.place({ height: this.mm(2), at: (y) => `^FO${this.margin},${y + this.mm(1)}^GB${this.inner},2,2^FS` });
  }

  private barcode(data: string): void {
    const modules = data.length * CODE_MODULES + CODE_FRAME;
    const module = Math.max(1, Math.min(Math.floor(this.inner / modules), this.mm(MOST_MODULE_MM)));
    const x = Math.max(0, Math.round((this.size.width - (modules - 20) * module) / 2));
    const high = this.mm(BARCODE_MM);
    // In Code 128, > begins a command of its own.
    const said = fieldData(data).replaceAll('>', '>0');
    this.place({
      height: high + this.mm(BELOW_BARCODE_MM + LINE_GAP_MM),
      at: (y) => `^FO${x},${y}^BY${module},2,${high}^BCN,${high},Y,N,N,N^FH_^FD${said}^FS`,
    });
  }

  private qr(data: string): void {
    const module = Math.min(10, this.mm(QR_MODULE_MM));
    const side = encode(data, { ecc: 'M', border: 0 }).size * module;
    const x = Math.round((this.size.width - side) / 2);
    this.place({ height: side + this.mm(3), at: (y) => `^FO${x},${y}^BQN,2,${module}^FH_^FDMA,${fieldData(data)}^FS` });
  }

  private picture(picture: Of<'picture'>): void {
    const bytes = Buffer.from(picture.bits, 'base64');
    const rows = rowsOf(picture);
    const x = this.isFromRight ? Math.max(0, this.size.width - this.margin - picture.width) : this.margin;
    const sizes = `${bytes.length},${bytes.length},${picture.width / 8}`;
    this.place({ height: rows + this.mm(LINE_GAP_MM), at: (y) => `^FO${x},${y}^GFA,${sizes},${bytes.toString('hex').toUpperCase()}^FS` });
  }

  add(block: PrintBlock): void {
    switch (block.kind) {
      case 'text':
        return this.text(block);
      case 'columns':
        return this.columns(block);
      case 'rule':
        return this.rule();
      case 'space':
        return this.line('', this.mm(LETTER_MM.normal), 'L');
      case 'barcode':
        return this.barcode(block.data);
      case 'qr':
        return this.qr(block.data);
      case 'picture':
        return this.picture(block);
      case 'cut':
        return this.cut();
    }
  }

  end(): string[] {
    this.cut();
    return this.labels;
  }
}

/**
 * A document as labels in ZPL II, each from `^XA` to `^XZ`. A cut ends a label, and so does its lower edge. All text is data: nothing in it
 * can be a command.
 */
export function encodeLabels({ direction, blocks }: PrintDocument, size: LabelSize): string[] {
  const writer = new LabelWriter(size, direction === 'rtl');
  for (const block of blocks) writer.add(block);
  return writer.end();
}

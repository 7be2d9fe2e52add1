/** What stands on a label, and where its upper left corner is, in dots. */
export type LabelField =
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly high: number;
      readonly block: TextBlock | null;
      readonly text: string;
    }
  | {
      readonly kind: 'code128';
      readonly x: number;
      readonly y: number;
      readonly high: number;
      readonly module: number;
      readonly data: string;
      readonly hasText: boolean;
    }
  | { readonly kind: 'qr'; readonly x: number; readonly y: number; readonly module: number; readonly data: string }
  | { readonly kind: 'box'; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly line: number }
  | { readonly kind: 'picture'; readonly x: number; readonly y: number; readonly rowBytes: number; readonly bits: Buffer };

/** Lines of a width, of which each is justified: `L`, `C` or `R`. */
export interface TextBlock {
  readonly width: number;
  readonly justified: string;
}

/** A label as it was asked for. */
export interface ReadLabel {
  readonly width: number;
  readonly height: number;
  readonly copies: number;
  readonly fields: readonly LabelField[];
}

interface Command {
  readonly name: string;
  readonly text: string;
}

const STANDARD = { width: 812, height: 1218 } as const;

/** Commands of a text: the sign, two letters (of a font: its sign), and what stands up to the next one. */
function commandsIn(text: string): Command[] {
  return [...text.matchAll(/[\^~]([A-Z@][A-Z0-9@])([^^~]*)/g)].map(([, name = '', rest = '']) => ({ name, text: rest }));
}

const numbersIn = (text: string): number[] => text.split(',').map((part) => Number(part) || 0);

/** Data of a field with its signs that were written as numbers: `_5E`. They are bytes of UTF-8. */
function unescaped(text: string, sign: string | null): string {
  if (sign === null) return text;
  const parts = text.split(sign);
  const bytes = parts.map((part, index) =>
    index === 0 ? Buffer.from(part) : Buffer.concat([Buffer.from(part.slice(0, 2), 'hex'), Buffer.from(part.slice(2))]),
  );
  return Buffer.concat(bytes).toString('utf8');
}

/** What a barcode of Code 128 says: `>0` is a `>`, what else begins with `>` chooses a set of characters or is a function. */
const said128 = (data: string): string => data.replace(/>(.)/g, (_all, sign: string) => (sign === '0' ? '>' : ''));

/** Reads labels, one command after the other, as a printer does: what is set holds until it is set anew. */
class LabelReader {
  private width: number = STANDARD.width;
  private height: number = STANDARD.height;
  private copies = 1;
  private readonly fields: LabelField[] = [];
  private at = { x: 0, y: 0 };
  private font = 30;
  private module = 2;
  private barHigh = 10;
  private block: TextBlock | null = null;
  private code: { readonly kind: 'code128' | 'qr'; readonly high: number; readonly module: number; readonly hasText: boolean } | null =
    null;
  private sign: string | null = null;
  private data: string | null = null;
  readonly unknown: string[] = [];

  private endField(): void {
    const { at, data, code, block, font } = this;
    if (data !== null && code?.kind === 'qr')
      this.fields.push({ kind: 'qr', ...at, module: code.module, data: data.slice(data.indexOf(',') + 1) });
    else if (data !== null && code !== null) this.fields.push({ ...code, kind: 'code128', ...at, data: said128(data) });
    else if (data !== null) this.fields.push({ kind: 'text', ...at, high: font, block, text: data });
    this.block = null;
    this.code = null;
    this.sign = null;
    this.data = null;
  }

  private picture(text: string): void {
    const [, , , rowBytes = '1', hex = ''] = /^A,(\d+),(\d+),(\d+),([\s\S]*)$/.exec(text) ?? [];
    this.fields.push({ kind: 'picture', ...this.at, rowBytes: Number(rowBytes), bits: Buffer.from(hex.trim(), 'hex') });
  }

  private barcode(text: string): void {
    const [, high, hasText] = text.split(',');
    this.code = { kind: 'code128', high: Number(high) || this.barHigh, module: this.module, hasText: hasText === 'Y' };
  }

  take({ name, text }: Command): void {
    const [first = 0, second = 0, third = 0] = numbersIn(text);
    switch (name) {
      case 'PW':
        return void (this.width = first);
      case 'LL':
        return void (this.height = first);
      case 'PQ':
        return void (this.copies = Math.max(1, first));
      case 'FO':
        return void (this.at = { x: first, y: second });
      case 'A0':
        return void (this.font = second || this.font);
      case 'FB':
        return void (this.block = { width: first, justified: text.split(',')[3] ?? 'L' });
      case 'BY':
        return void ([this.module, this.barHigh] = [first || this.module, third || this.barHigh]);
      case 'BC':
        return this.barcode(text);
      case 'BQ':
        return void (this.code = { kind: 'qr', high: 0, module: third || 3, hasText: false });
      case 'FH':
        return void (this.sign = text[0] ?? '_');
      case 'FD':
        return void (this.data = unescaped(text, this.sign));
      case 'GB':
        return void this.fields.push({ kind: 'box', ...this.at, width: first, height: second, line: third || 1 });
      case 'GF':
        return this.picture(text);
      case 'FS':
        return this.endField();
      case 'XA':
      case 'XZ':
      case 'CI':
      case 'LH':
      case 'FX':
        return undefined;
      default:
        this.unknown.push(name);
    }
  }

  label(): ReadLabel {
    const { width, height, copies, fields } = this;
    return { width, height, copies, fields };
  }
}

/** Reads one label, from `^XA` to `^XZ`. */
export function readLabel(zpl: string): { readonly label: ReadLabel; readonly unknown: readonly string[] } {
  const reader = new LabelReader();
  for (const command of commandsIn(zpl)) reader.take(command);
  return { label: reader.label(), unknown: reader.unknown };
}

import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import { dotsOf, type PrintBlock, type PrintDocument } from '../../domain/device/print-document.ts';

type Of<K extends PrintBlock['kind']> = Extract<PrintBlock, { kind: K }>;

/** What every printer has letters of, in the order in which they are tried: western, with €, central European, Cyrillic. Greek differs. */
const CODE_PAGES = ['cp437', 'cp858', 'cp852', 'windows1252', 'cp866'] as const;
/** Lines between the print head and the knife. */
const FEED_BEFORE_CUT = 4;
const BARCODE_DOTS = 64;
/** Dots of one module; VeriFactu and others ask for at least 30 mm. */
const QR_DOTS = 6;
const BITS = 8;
const GREY = 128;
const RGBA = 4;

/** Signs that no code page has, by what stands for them on paper. Marks of direction are not printed. */
const SAID_SIMPLER: readonly (readonly [RegExp, string])[] = [
  [/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u200b\ufeff]/g, ''],
  [/[\u00a0\u2000-\u200a\u202f\u205f]/g, ' '],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/[\u2018\u2019\u201a\u2032]/g, "'"],
  [/[\u201c-\u201e\u2033]/g, '"'],
  [/\u2026/g, '...'],
  [/\u2022/g, '*'],
  [/\u00d7/g, 'x'],
];

/** A text as a printer can print it. Anything that moves the paper or gives a command is left out. */
export function printable(text: string): string {
  const simple = SAID_SIMPLER.reduce((said, [sign, plain]) => said.replace(sign, plain), text.normalize('NFC'));
  return simple.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, ' ');
}

function pixelsOf({ width, bits }: Of<'picture'>): { width: number; height: number; data: Uint8ClampedArray } {
  const bytes = Buffer.from(bits, 'base64');
  const dots = bytes.length * BITS;
  const data = new Uint8ClampedArray(dots * RGBA).fill(255);
  for (let dot = 0; dot < dots; dot += 1) {
    const isBlack = ((bytes[Math.floor(dot / BITS)] ?? 0) >> (BITS - 1 - (dot % BITS))) & 1;
    if (isBlack === 1) data.fill(0, dot * RGBA, dot * RGBA + RGBA - 1);
  }
  return { width, height: dots / width, data };
}

function addColumns(encoder: ReceiptPrinterEncoder, block: Of<'columns'>, columns: number, isFromRight: boolean): void {
  const [start, end] = [printable(block.start), printable(block.end)];
  const endWidth = Math.min(end.length, Math.floor(columns / 2));
  const startWidth = columns - endWidth - 1;
  encoder.bold(block.bold).size(1, block.size === 'large' ? 2 : 1);
  if (isFromRight)
    encoder.table(
      [
        { width: endWidth, align: 'left', marginRight: 1 },
        { width: startWidth, align: 'right' },
      ],
      [[end, start]],
    );
  else
    encoder.table(
      [
        { width: startWidth, align: 'left', marginRight: 1 },
        { width: endWidth, align: 'right' },
      ],
      [[start, end]],
    );
  encoder.bold(false).size(1, 1);
}

function addBlock(encoder: ReceiptPrinterEncoder, block: PrintBlock, columns: number, isFromRight: boolean): void {
  switch (block.kind) {
    case 'text': {
      const large = block.size === 'large' ? 2 : 1;
      encoder
        .align(block.align === 'centre' ? 'center' : isFromRight ? 'right' : 'left')
        .bold(block.bold)
        .size(large, large);
      encoder.line(printable(block.text)).bold(false).size(1, 1).align('left');
      return;
    }
    case 'columns':
      return addColumns(encoder, block, columns, isFromRight);
    case 'rule':
      return void encoder.rule();
    case 'space':
      return void encoder.newline();
    case 'barcode':
      return void encoder.align('center').barcode(block.data, 'code128', { height: BARCODE_DOTS, width: 2, text: true }).align('left');
    case 'qr':
      return void encoder.align('center').qrcode(block.data, { model: 2, size: QR_DOTS, errorlevel: 'm' }).align('left');
    case 'picture': {
      const picture = pixelsOf(block);
      // The encoder wants heights of whole bytes.
      const height = Math.ceil(picture.height / BITS) * BITS;
      const data = new Uint8ClampedArray(picture.width * height * RGBA).fill(255);
      data.set(picture.data);
      // A line that was drawn is as wide as the paper, and begins where the text begins.
      encoder.align(picture.width < dotsOf(columns) ? 'center' : 'left');
      return void encoder.image({ width: picture.width, height, data }, picture.width, height, 'threshold', GREY).align('left');
    }
    case 'cut':
      return void encoder.cut('partial');
  }
}

/** Pictures that follow each other as one: Star prints them in bands of 24 rows, and a line that was drawn is no whole number of bands. */
export function joinPictures(blocks: readonly PrintBlock[]): PrintBlock[] {
  const joined: PrintBlock[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.kind !== 'picture' || last?.kind !== 'picture' || last.width !== block.width) joined.push(block);
    else {
      const bits = Buffer.concat([last, block].map((one) => Buffer.from(one.bits, 'base64')));
      joined.splice(-1, 1, { ...last, bits: bits.toString('base64') });
    }
  }
  return joined;
}

/** What the languages of printers differ in. */
const LANGUAGES = {
  'esc-pos': { imageMode: 'raster', codepageMapping: 'epson', codepageCandidates: [...CODE_PAGES, 'windows1253'] },
  'star-prnt': { imageMode: 'column', codepageMapping: 'star', codepageCandidates: [...CODE_PAGES, 'cp737'] },
} satisfies Record<string, Partial<ConstructorParameters<typeof ReceiptPrinterEncoder>[0]>>;

export type PrinterLanguage = keyof typeof LANGUAGES;

/** Says a document in the language of a printer. @param columns characters in a line of a normal size. */
export function encodeDocument({ direction, blocks }: PrintDocument, language: PrinterLanguage, columns: number): Uint8Array {
  const encoder = new ReceiptPrinterEncoder({
    language,
    columns,
    newline: '\n',
    ...LANGUAGES[language],
    feedBeforeCut: FEED_BEFORE_CUT,
  });
  encoder.initialize().codepage('auto');
  for (const block of language === 'star-prnt' ? joinPictures(blocks) : blocks) addBlock(encoder, block, columns, direction === 'rtl');
  const bytes = encoder.encode();
  // The encoder feeds a line after the cut, which would stand at the top of what is printed next.
  return blocks.at(-1)?.kind === 'cut' ? bytes.subarray(0, bytes.length - 1) : bytes;
}

import { z } from 'zod';
import { text } from '../base/text.ts';

const words = text.max(1_000);
const bold = z.boolean();
const size = z.enum(['normal', 'large']);

/** The widest picture, in dots: paper of 80 mm. */
export const MOST_DOTS = 576;

/** A letter of a normal size has 12 dots, and a row of a picture whole bytes. */
export function dotsOf(columns: number): number {
  return Math.floor((columns * 12) / 8) * 8;
}

/** One part of what is printed, from the top to the bottom. */
export const printBlock = z.discriminatedUnion('kind', [
  /** Lines of text, broken where the paper ends. `start` is the side on which its language begins. */
  z.strictObject({ kind: z.literal('text'), text: words, align: z.enum(['start', 'centre']), bold, size }),
  /** Two texts in one line: a name, and an amount at the other side. */
  z.strictObject({ kind: z.literal('columns'), start: words, end: words, bold, size }),
  z.strictObject({ kind: z.literal('rule') }),
  z.strictObject({ kind: z.literal('space') }),
  /** Code 128, with its text below it. */
  z.strictObject({ kind: z.literal('barcode'), data: text.regex(/^[\x20-\x7e]{1,40}$/) }),
  z.strictObject({ kind: z.literal('qr'), data: text.min(1).max(500) }),
  /** A picture for what a printer has no letters for. One bit for a dot, rows of whole bytes, 1 is black; base64. */
  z
    .strictObject({
      kind: z.literal('picture'),
      width: z.number().int().min(8).max(MOST_DOTS).multipleOf(8),
      bits: z.base64().max(100_000),
    })
    .refine((picture) => Number.isInteger(rowsOf(picture)), 'A picture has whole rows.'),
  z.strictObject({ kind: z.literal('cut') }),
]);

export type PrintBlock = z.infer<typeof printBlock>;

/** How many bytes stand in a base64 text. */
function bytesOf(base64: string): number {
  return (base64.length / 4) * 3 - (/=*$/.exec(base64)?.[0].length ?? 0);
}

/** How many rows of dots a picture has. */
export function rowsOf({ width, bits }: { readonly width: number; readonly bits: string }): number {
  return bytesOf(bits) / (width / 8);
}

/** What a receipt printer prints, whatever language it speaks. */
export const printDocument = z.strictObject({
  /** The side on which a line begins. */
  direction: z.enum(['ltr', 'rtl']),
  blocks: z.array(printBlock).min(1).max(2_000),
});

export type PrintDocument = z.infer<typeof printDocument>;

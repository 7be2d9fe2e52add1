import { z } from 'zod';
import { text } from '../base/text.ts';

/** The paper of a receipt is as wide as a roll, in millimetres. */
export const SLIP_WIDTH_MM = 80;

/** What a PDF is made of: the part of the page that a print of it would show. */
export const pdfRequest = z.strictObject({
  /** What the file is called at first, without its ending. A person may choose another name. */
  name: text.min(1).max(120),
  /** One strip of paper that is as long as the receipt, or as many A4 pages as it takes. */
  paper: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('slip'), heightMm: z.number().min(20).max(5_000) }),
    z.strictObject({ kind: z.literal('pages') }),
  ]),
});

/** What came of it; nothing is written when the person has changed their mind. */
export const pdfReply = z.enum(['saved', 'cancelled']);

export type PdfRequest = z.infer<typeof pdfRequest>;
export type PdfReply = z.infer<typeof pdfReply>;

/** A name that every system takes for a file: signs that some of them do not have become hyphens. */
export function fileNameOf(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: Windows has none of them in names.
  const plain = name.replace(/[\u0000-\u001f<>:"/\\|?*\u200e\u200f\u2066-\u2069]+/g, '-').replace(/^[\s.-]+|[\s.-]+$/g, '');
  return plain === '' ? 'Outpost' : plain;
}

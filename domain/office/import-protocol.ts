import { z } from 'zod';
import { text } from '../base/text.ts';

/** The text of a CSV file that somebody uploads. */
export const importRequest = z.strictObject({ name: text.min(1).max(200), text: z.string().min(1).max(10_000_000) });

/** What became of an uploaded file. */
export const importAnswer = z.strictObject({
  rows: z.number().int(),
  accepted: z.number().int(),
  /** The first of them. */
  refused: z.array(z.strictObject({ line: z.number().int(), field: text, reason: text })),
  refusedCount: z.number().int(),
});

export type ImportRequest = z.infer<typeof importRequest>;
export type ImportAnswer = z.infer<typeof importAnswer>;

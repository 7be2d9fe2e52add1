import { z } from 'zod';
import { text } from '../base/text.ts';
import { importFault } from './import-fault.ts';

/** The text of a CSV file that somebody uploads. */
export const importRequest = z.strictObject({ name: text.min(1).max(200), text: z.string().min(1).max(10_000_000) });

/** What became of an uploaded file. */
export const importAnswer = z.strictObject({
  rows: z.number().int(),
  accepted: z.number().int(),
  /** The first of them. */
  refused: z.array(importFault),
  refusedCount: z.number().int(),
});

export type ImportRequest = z.infer<typeof importRequest>;
export type ImportAnswer = z.infer<typeof importAnswer>;

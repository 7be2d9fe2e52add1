import { z } from 'zod';

/** The most that is taken off a weight for its packaging, in grams: below the least that a scale of a counter weighs. */
export const MOST_TARE_GRAMS = 10_000;

export const tareGrams = z.number().int().min(0).max(MOST_TARE_GRAMS).default(0);

/**
 * How the weight of a line came about: read from a scale at rest, typed by a person, or from the bar code of a label. What was typed, and a
 * tare that the catalog says, have to be told to the customer (OIML R 76, 4.7 and 4.13).
 */
export const lineWeighing = z.strictObject({
  by: z.enum(['scale', 'typed', 'label']),
  /** Taken off what the scale showed, in grams: the tare of the article. A tare that the scale itself took off is not known. */
  tareGrams,
});

export type LineWeighing = z.infer<typeof lineWeighing>;

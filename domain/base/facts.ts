import { z } from 'zod';
import { text } from './text.ts';

/** How long a fact may be: an id, a number or a code. */
export const LONGEST_FACT = 200;

/** What something tells by name: ids, numbers and codes. The catalogs of the screens make a sentence of it. */
export const facts = z.record(z.string().max(40), z.union([text.max(LONGEST_FACT), z.number()]));

export type Facts = Readonly<z.infer<typeof facts>>;

/** The beginning of a text, without half a character at its end. */
function beginning(fact: string): string {
  return fact.slice(0, LONGEST_FACT).replace(/[\ud800-\udbff]$/, '');
}

/** The facts as they are stored: none is too long. */
export function storedFacts(told: Facts): Facts {
  return Object.fromEntries(
    Object.entries(told).map(([name, fact]) => [name, typeof fact === 'string' && fact.length > LONGEST_FACT ? beginning(fact) : fact]),
  );
}

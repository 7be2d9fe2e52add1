import { z } from 'zod';
import { currencyDecimals } from '../base/iso-4217.ts';
import { currency, minorAmount } from '../base/money.ts';
import { roundRatio } from '../base/round-ratio.ts';
import { text } from '../base/text.ts';

/** What one unit of a currency is worth in units of another, as decimal text: a float would round it (rule M1). */
export const exchangeRate = text
  .regex(/^\d{1,9}(\.\d{1,12})?$/, 'A rate is a number such as 1.0850.')
  .refine((written) => /[1-9]/.test(written), 'A rate is above zero.');

/** Notes of another currency that the store takes, and at what rate. */
export const foreignCurrency = z.strictObject({ currency, rate: exchangeRate });

export type ForeignCurrency = z.infer<typeof foreignCurrency>;

/** Notes of another currency that a customer handed over. */
export const foreignNotes = foreignCurrency.extend({
  /** In minor units of the notes' own currency. */
  givenMinor: minorAmount.min(1),
});

export type ForeignNotes = z.infer<typeof foreignNotes>;

/** Notes and more of them. Those of one currency are worth what the first of them were, though the rate may have changed since. */
export function addNotes(notes: readonly ForeignNotes[], more: ForeignNotes): ForeignNotes[] {
  const first = notes.find(({ currency: of }) => of === more.currency);
  if (first === undefined) return [...notes, more];
  return notes.map((one) => (one === first ? { ...one, givenMinor: one.givenMinor + more.givenMinor } : one));
}

/**
 * What foreign notes are worth in minor units of the sale's currency, rounded once, half up (rule M1).
 * @returns null where no amount can hold it.
 */
export function worthOf({ currency: of, rate, givenMinor }: ForeignNotes, inCurrency: string): number | null {
  const [whole = '0', fraction = ''] = rate.split('.');
  const numerator = BigInt(givenMinor) * BigInt(`${whole}${fraction}`) * 10n ** BigInt(currencyDecimals(inCurrency));
  const worth = Number(roundRatio(numerator, 10n ** BigInt(fraction.length + currencyDecimals(of))));
  return Number.isSafeInteger(worth) ? worth : null;
}

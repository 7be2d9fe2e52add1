import { z } from 'zod';
import { entityId } from '../base/envelope.ts';
import { currency, minorAmount } from '../base/money.ts';
import { text } from '../base/text.ts';

const amount = z.strictObject({ count: z.number().int().min(0), minor: minorAmount.min(0) });

/** What a terminal counted of one brand of cards, in minor units of the currency. */
export const brandTotals = z.strictObject({
  /** The brand as payments name it; null where the terminal does not split by brand. */
  scheme: text.max(40).nullable(),
  currency,
  paid: amount,
  /** Refunds, and payments that were reversed. */
  refunded: amount,
});

/** Why a terminal told nothing. `not_waited`: the drawer was closed before it answered. */
export const whyNotTold = z.enum(['not_reachable', 'no_answer', 'refused', 'not_waited']);

/** What a terminal says that it took in a shift, or why it said nothing. Codes and amounts only. */
export const terminalTotals = z.discriminatedUnion('result', [
  z.strictObject({
    result: z.literal('told'),
    terminalId: entityId,
    /** False where the terminal does not know shifts: it counts since it was last settled, for whichever till. */
    isOfShift: z.boolean(),
    brands: z.array(brandTotals).max(50),
  }),
  z.strictObject({ result: z.literal('not_told'), terminalId: entityId, why: whyNotTold }),
]);

export type BrandTotals = z.infer<typeof brandTotals>;
export type TerminalTotals = z.infer<typeof terminalTotals>;

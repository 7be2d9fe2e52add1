import { z } from 'zod';
import { businessDate, entityId } from '../base/envelope.ts';
import { text } from '../base/text.ts';

const common = {
  id: entityId,
  name: text.min(1).max(200),
  skus: z.array(entityId).max(5000),
  startsOn: businessDate,
  /** The last day on which it holds. */
  endsOn: businessDate,
};

/** A price promotion on a list of SKUs. */
export const promotion = z.discriminatedUnion('kind', [
  /** `basisPoints` hundredths of a percent off each unit. */
  z.strictObject({ kind: z.literal('percent_off'), ...common, basisPoints: z.number().int().min(1).max(10_000) }),
  /** Of every `buy` units taken together the customer pays `pay`; the price of the cheapest is taken off all of them, by their price. */
  z.strictObject({ kind: z.literal('multi_buy'), ...common, buy: z.number().int().min(2).max(100), pay: z.number().int().min(1).max(99) }),
]);

export type Promotion = z.infer<typeof promotion>;

export interface PromotedLine {
  readonly sku: string;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly grossMinor: number;
}

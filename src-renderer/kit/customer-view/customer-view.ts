import { z } from 'zod';
import { quantityDecimals, unit } from '../../../domain/base/measure.ts';
import { minorAmount, unitPrice } from '../../../domain/base/money.ts';
import { saleLineKind } from '../../../domain/pricing/sale-line.ts';

/** As many lines stand on the display: the newest. */
export const MOST_LINES = 24;

/** How long the thanks for a sale stay, in milliseconds. */
export const THANKS_MS = 60_000;

const line = z.object({
  kind: saleLineKind,
  name: z.string(),
  /** The last digits of a gift card; null for most. */
  lastFour: z.string().nullable(),
  quantity: z.number().int(),
  unit,
  quantityDecimals,
  unitPrice,
  grossMinor: minorAmount,
  amountMinor: minorAmount,
  /** Names of the promotions that made it cheaper. */
  promotions: z.array(z.string()),
  /** It was touched last. */
  isMarked: z.boolean(),
});

/** How the sale is being paid, in minor units. */
const payment = z.object({
  /** Tenders other than cash have paid it. */
  takenMinor: minorAmount,
  /** It waits for a card. */
  pendingMinor: minorAmount,
  /** What the customer gave in cash; null while nobody has counted it. */
  givenMinor: minorAmount.nullable(),
  /** What rounding for cash adds to what is left. */
  roundingMinor: minorAmount,
  leftMinor: minorAmount,
  changeMinor: minorAmount,
});

const saleScene = z.object({
  kind: z.literal('sale'),
  currency: z.string(),
  /** How many lines stand before the first one here. */
  earlierLines: z.number().int(),
  lines: z.array(line).max(MOST_LINES),
  /** Pieces, and weighed goods as one each. */
  itemCount: z.number().int(),
  discountMinor: minorAmount,
  /** Null where prices include it. */
  taxMinor: minorAmount.nullable(),
  totalMinor: minorAmount,
  /** Null until it is being paid. */
  payment: payment.nullable(),
});

const thanksScene = z.object({
  kind: z.literal('thanks'),
  currency: z.string(),
  totalMinor: minorAmount,
  /** Null where nothing was paid in cash. */
  changeMinor: minorAmount.nullable(),
  /** When it was recorded, in ISO 8601, by the clock of this device. */
  at: z.string(),
});

const scene = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('closed') }),
  z.object({ kind: z.literal('welcome') }),
  saleScene,
  thanksScene,
]);

const storeFacts = z.object({
  name: z.string(),
  /** Black dots on white: see the setting of the logo. */
  logo: z.object({ width: z.number().int(), bits: z.string() }).nullable(),
  /** Of the store's customers. */
  language: z.enum(['en', 'de', 'ar']),
});

/** Everything that a customer sees: amounts and codes, said in the language of the store. Nothing else leaves the till. */
export const customerView = z.object({ store: storeFacts, scene });

export type CustomerView = z.infer<typeof customerView>;
export type CustomerScene = z.infer<typeof scene>;
export type SaleScene = z.infer<typeof saleScene>;
export type ShownLine = z.infer<typeof line>;
export type ShownPayment = z.infer<typeof payment>;
export type ThanksScene = z.infer<typeof thanksScene>;
export type StoreOnDisplay = z.infer<typeof storeFacts>;

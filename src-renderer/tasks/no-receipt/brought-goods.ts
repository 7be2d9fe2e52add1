import { z } from 'zod';
import { entityId } from '../../../domain/base/envelope.ts';
import { accept, refuse, type Result } from '../../../domain/base/result.ts';
import type { Product } from '../../../domain/catalog/product.ts';
import { type IdentityDocument, identityDocument } from '../../../domain/fulfillment/identity.ts';
import type { CartLine } from '../../../domain/pricing/cart-line.ts';
import { condition, disposition, returnReason } from '../../../domain/returns/disposition.ts';
import { whyStays } from '../../../domain/returns/return-terms.ts';
import type { ReturnWindow } from '../../../domain/returns/settings.ts';
import { words } from '../../../texts/words/words.ts';
import type { CreditNumber } from '../returns/credit-number.ts';
import { type LineChoice, NO_CHOICE } from '../returns/return-form.ts';

/** The most pieces of one article that come back at once. */
export const MOST_PIECES = 1000;

/** What somebody brings, by SKU, in the order in which it came. */
export type Brought = ReadonlyMap<string, LineChoice>;

export const NO_RECEIPT_DRAFT = 'no_receipt';

const choice = z.strictObject({
  quantity: z.number().int().min(1).max(MOST_PIECES),
  disposition,
  reason: returnReason.nullable().exactOptional(),
  condition: condition.nullable().exactOptional(),
});

const draft = z.strictObject({
  brought: z.array(z.tuple([entityId, choice])).max(500),
  document: identityDocument.nullable(),
  customerId: entityId.nullable(),
  creditNumber: z.string(),
  creditSince: z.number().int().min(0).nullable(),
});

/** A return without a receipt that was begun. By the number of its store credit it is found again whether it was recorded. */
export interface NoReceiptDraft extends CreditNumber {
  readonly brought: Brought;
  readonly document: IdentityDocument | null;
  readonly customerId: string | null;
}

/** What is saved of it. */
export function writeNoReceipt({ brought, ...rest }: NoReceiptDraft): z.infer<typeof draft> {
  const plain = [...brought].map(([sku, { against: _, ...one }]): [string, z.infer<typeof choice>] => [sku, one]);
  return { ...rest, brought: plain };
}

/** Reads what was begun before another screen or a restart; null for anything else. */
export function readNoReceipt(saved: unknown): NoReceiptDraft | null {
  const read = draft.safeParse(saved);
  return read.success ? { ...read.data, brought: new Map(read.data.brought) } : null;
}

/** With another choice for an article; none of it takes the article away. A number that cannot be stays out. */
export function setBrought(before: Brought, sku: string, chosen: LineChoice): Brought {
  const { quantity } = chosen;
  if (!Number.isSafeInteger(quantity) || quantity < 0 || quantity > MOST_PIECES) return before;
  const after = new Map(before).set(sku, chosen);
  if (quantity === 0) after.delete(sku);
  return after;
}

/** With one more piece of an article. */
export function addBrought(before: Brought, sku: string): Brought {
  const chosen = before.get(sku) ?? NO_CHOICE;
  return setBrought(before, sku, { ...chosen, quantity: Math.min(MOST_PIECES, chosen.quantity + 1) });
}

/**
 * The article of a code, where it comes back without a receipt: goods by the piece at a price of the catalog. Refuses the others in a
 * sentence: of a service, a bundle, weighed goods or a piece with a serial number only the sale says what came back.
 * @param today the calendar day in the store, YYYY-MM-DD.
 */
export function broughtOf(product: Product, window: ReturnWindow, today: string): Result<Product, string> {
  const { name, category, soldBy, terms = {} } = product;
  const isPlain = Object.keys(terms).every((term) => term === 'deposits' || term === 'finalSale');
  if (!isPlain || soldBy !== 'piece') return refuse(words('noReceipt.needsReceipt', { name }));
  const stays = whyStays({ boughtOn: null, category, isFinal: terms.finalSale === true }, window, today);
  return stays === null ? accept(product) : refuse(words('returns.sentenceOf', { scanned: name, sentence: words('returns.finalSale') }));
}

/** What is brought, as a sale of it would have it at the catalog's price. An article that is gone from the catalog is left out. */
export function broughtLines(brought: Brought, product: (sku: string) => Product | undefined): CartLine[] {
  return [...brought].flatMap(([sku, { quantity }]): CartLine[] => {
    const found = product(sku);
    if (found === undefined) return [];
    const { gtin, name, brand, category, unitPrice, taxClass } = found;
    return [{ kind: 'goods', sku, gtin, name, brand, category, quantity, unitPrice, taxClass }];
  });
}

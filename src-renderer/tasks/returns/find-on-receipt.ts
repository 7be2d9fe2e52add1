import type { Returnable } from '../../../domain/orders/order-intake.ts';
import { type ReturnableLine, unitsReturnable } from '../../../domain/returns/return-goods.ts';
import type { Catalog } from '../../kit/register-services.ts';
import { resolveItem } from '../picking/resolve-item.ts';
import { type Choices, limitSentence, lineKey, sourceOf } from './return-form.ts';
import { words } from '../../../texts/words/words.ts';

export type FoundOnReceipt =
  /** One more unit of this line comes back. */
  | { readonly kind: 'line'; readonly line: ReturnableLine }
  | { readonly kind: 'refused'; readonly sentence: string }
  /** No article that is known; it may be the number of another receipt. */
  | { readonly kind: 'other' };

/** Finds what was scanned among the lines of a receipt or order that goods come back from. */
export function findOnReceipt(
  found: Returnable,
  choices: Choices,
  catalog: Pick<Catalog, 'lookup' | 'product'>,
  code: string,
): FoundOnReceipt {
  const bought = found.kind === 'sale' ? [found.sale] : found.fulfillmentOrders;
  const item = resolveItem(bought, catalog, code);
  if (!item.ok) return { kind: 'other' };
  const { lines, number } = sourceOf(found);
  const same = lines.filter((line) => line.sku === item.value);
  const [first] = same;
  const scanned = `${first?.name ?? catalog.product(item.value)?.name ?? item.value} (${code})`;
  if (first === undefined) return { kind: 'refused', sentence: words('returns.notOn', { scanned, number }) };
  const line = same.find((one) => (choices.get(lineKey(one))?.quantity ?? 0) < unitsReturnable(one));
  return line === undefined
    ? { kind: 'refused', sentence: words('returns.sentenceOf', { scanned, sentence: limitSentence(first) }) }
    : { kind: 'line', line };
}

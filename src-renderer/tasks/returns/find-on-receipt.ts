import type { Returnable } from '../../../domain/orders/order-intake.ts';
import { type ReturnableLine, unitsReturnable } from '../../../domain/returns/return-goods.ts';
import type { Catalog } from '../../kit/register-services.ts';
import { resolveItem } from '../picking/resolve-item.ts';
import { NOTHING_STAYS, type Stays, stayingSentence } from './line-terms.ts';
import { type Choices, isHeldBack, isSerialOf, limitSentence, lineKey, serialOfPiece, sourceOf } from './return-form.ts';
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
  stays: Stays = NOTHING_STAYS,
): FoundOnReceipt {
  const bought = found.kind === 'sale' ? [found.sale] : found.fulfillmentOrders;
  const all = sourceOf(found).lines;
  const gtinOf = ({ sku }: ReturnableLine) => catalog.product(sku)?.gtin ?? null;
  const piece = all.find((one) => isSerialOf(one, gtinOf(one), code));
  if (piece !== undefined) return foundLine(found, choices, [piece], `${piece.name} (${code})`, stays);
  const item = resolveItem(bought, catalog, code);
  if (!item.ok) return { kind: 'other' };
  const { lines, number } = sourceOf(found);
  const same = lines.filter((line) => line.sku === item.value);
  const [first] = same;
  const scanned = `${first?.name ?? catalog.product(item.value)?.name ?? item.value} (${code})`;
  if (first === undefined) return { kind: 'refused', sentence: words('returns.notOn', { scanned, number }) };
  const counted = same.filter((one) => serialOfPiece(one) === null);
  if (counted.length === 0) return { kind: 'refused', sentence: words('returns.serialFirst', { scanned }) };
  return foundLine(found, choices, counted, scanned, stays);
}

/** The first of these lines on which one more unit can come back. */
function foundLine(found: Returnable, choices: Choices, lines: readonly ReturnableLine[], scanned: string, stays: Stays): FoundOnReceipt {
  const line = lines.find((one) => {
    const choice = choices.get(lineKey(one));
    return (choice?.quantity ?? 0) < unitsReturnable(one) && !isHeldBack(one, choice, stays);
  });
  const [first] = lines;
  if (line !== undefined) return { kind: 'line', line };
  const staying = first === undefined ? null : stays(first);
  const limit = staying === null ? (first === undefined ? null : limitSentence(first)) : stayingSentence(staying);
  const sentence = limit ?? words('returns.notOn', { scanned, number: sourceOf(found).number });
  return { kind: 'refused', sentence: words('returns.sentenceOf', { scanned, sentence }) };
}

import type { RefundTender, Tender } from '../payments/tender.ts';
import type { SaleLine } from '../pricing/sale-line.ts';
import type { StoredValueMove } from './move-stored-value.ts';
import { type StoredValueKind, storedValueKind } from './stored-value.ts';

function kindOf(kind: string): StoredValueKind | null {
  const read = storedValueKind.safeParse(kind);
  return read.success ? read.data : null;
}

/**
 * What a sale takes off stored values, and then what it puts on those that it sells: a card that is loaded by a sale cannot pay for it.
 * A tender without a reference was taken elsewhere.
 */
export function movesOfSale(sale: {
  readonly currency: string;
  readonly lines: readonly Pick<SaleLine, 'kind' | 'reference' | 'grossMinor'>[];
  readonly tenders: readonly Tender[];
}): StoredValueMove[] {
  const taken = sale.tenders.flatMap((one): StoredValueMove[] => {
    const kind = kindOf(one.kind);
    if (one.kind === 'cash' || kind === null || one.reference === null || one.amountMinor === 0) return [];
    return [{ id: one.reference, kind, currency: one.currency, amountMinor: -one.amountMinor }];
  });
  const loaded = sale.lines.flatMap((line): StoredValueMove[] => {
    if (line.kind !== 'gift_card' || line.reference === null || line.grossMinor === 0) return [];
    return [{ id: line.reference, kind: 'gift_card', currency: sale.currency, amountMinor: line.grossMinor }];
  });
  return [...taken, ...loaded];
}

/** What a return takes off gift cards that came back, and what it gives back on stored values. */
export function movesOfReturn(refund: {
  readonly currency: string;
  readonly lines: readonly { readonly kind: SaleLine['kind']; readonly reference: string | null; readonly refundMinor: number }[];
  readonly tenders: readonly RefundTender[];
}): StoredValueMove[] {
  const unloaded = refund.lines.flatMap((line): StoredValueMove[] => {
    if (line.kind !== 'gift_card' || line.reference === null || line.refundMinor === 0) return [];
    return [{ id: line.reference, kind: 'gift_card', currency: refund.currency, amountMinor: -line.refundMinor }];
  });
  const given = refund.tenders.flatMap((one): StoredValueMove[] => {
    const kind = kindOf(one.kind);
    if (kind === null || one.reference === null || one.amountMinor === 0) return [];
    return [{ id: one.reference, kind, currency: one.currency, amountMinor: one.amountMinor }];
  });
  return [...unloaded, ...given];
}

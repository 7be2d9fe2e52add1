import type { OnAccount, RefundTender, Tender } from '../payments/tender.ts';
import type { SaleLine } from '../pricing/sale-line.ts';
import type { StoredValueMove } from './move-stored-value.ts';
import { type StoredValueKind, storedValueKind } from './stored-value.ts';

/** The stored value that lines of this kind put money on. */
const LOADS: Partial<Record<SaleLine['kind'], StoredValueKind>> = { gift_card: 'gift_card', account_payment: 'account' };

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
  readonly onAccount: OnAccount | null;
}): StoredValueMove[] {
  const taken = sale.tenders.flatMap((one): StoredValueMove[] => {
    const kind = kindOf(one.kind);
    if (one.kind === 'cash' || kind === null || one.reference === null || one.amountMinor === 0) return [];
    const move = { id: one.reference, kind, currency: one.currency, amountMinor: -one.amountMinor };
    return [kind === 'account' ? { ...move, overLimitMinor: sale.onAccount?.overLimitMinor ?? 0 } : move];
  });
  const loaded = sale.lines.flatMap((line): StoredValueMove[] => {
    const kind = LOADS[line.kind];
    if (kind === undefined || line.reference === null || line.grossMinor === 0) return [];
    return [{ id: line.reference, kind, currency: sale.currency, amountMinor: line.grossMinor }];
  });
  return [...taken, ...loaded];
}

/**
 * What a return takes off gift cards that came back and off accounts whose payment is taken back, and what it gives back on stored
 * values.
 */
export function movesOfReturn(refund: {
  readonly currency: string;
  readonly lines: readonly { readonly kind: SaleLine['kind']; readonly reference: string | null; readonly refundMinor: number }[];
  readonly tenders: readonly RefundTender[];
}): StoredValueMove[] {
  const unloaded = refund.lines.flatMap((line): StoredValueMove[] => {
    const kind = LOADS[line.kind];
    if (kind === undefined || line.reference === null || line.refundMinor === 0) return [];
    return [{ id: line.reference, kind, currency: refund.currency, amountMinor: -line.refundMinor }];
  });
  const given = refund.tenders.flatMap((one): StoredValueMove[] => {
    const kind = kindOf(one.kind);
    if (kind === null || one.reference === null || one.amountMinor === 0) return [];
    return [{ id: one.reference, kind, currency: one.currency, amountMinor: one.amountMinor }];
  });
  return [...unloaded, ...given];
}

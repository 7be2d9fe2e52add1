import type { OnAccount, RefundTender, Tender } from '../payments/tender.ts';
import type { SaleLine } from '../pricing/sale-line.ts';
import type { StoredValueMove } from './move-stored-value.ts';
import { POINTS_CURRENCY, pointsId, type StoredValueKind, storedValueKind } from './stored-value.ts';

/** The stored value that lines of this kind put money on. */
const LOADS: Partial<Record<SaleLine['kind'], StoredValueKind>> = { gift_card: 'gift_card', account_payment: 'account' };

/** Points that a customer gets, or (negative) uses. */
function pointsMove(customerId: string | null, points: number): StoredValueMove[] {
  if (customerId === null || points === 0) return [];
  return [{ id: pointsId(customerId), kind: 'points', currency: POINTS_CURRENCY, amountMinor: points }];
}

/** What tenders take money off, by their kind. Points are counted by themselves. */
const TAKEN_OFF = new Map<string, StoredValueKind>(storedValueKind.exclude(['points']).options.map((kind) => [kind, kind]));

/**
 * What a sale takes off stored values, and then what it puts on those that it sells: a card that is loaded by a sale cannot pay for it.
 * A tender without a reference was taken elsewhere.
 */
export function movesOfSale(sale: {
  readonly currency: string;
  readonly lines: readonly (Pick<SaleLine, 'kind' | 'reference' | 'grossMinor'> & Partial<Pick<SaleLine, 'points'>>)[];
  readonly tenders: readonly Tender[];
  readonly onAccount: OnAccount | null;
  readonly customerId?: string | null;
  readonly usedPoints?: number;
}): StoredValueMove[] {
  const taken = sale.tenders.flatMap((one): StoredValueMove[] => {
    const kind = TAKEN_OFF.get(one.kind);
    if (one.kind === 'cash' || kind === undefined || one.reference === null || one.amountMinor === 0) return [];
    const move = { id: one.reference, kind, currency: one.currency, amountMinor: -one.amountMinor };
    return [kind === 'account' ? { ...move, overLimitMinor: sale.onAccount?.overLimitMinor ?? 0 } : move];
  });
  const loaded = sale.lines.flatMap((line): StoredValueMove[] => {
    const kind = LOADS[line.kind];
    if (kind === undefined || line.reference === null || line.grossMinor === 0) return [];
    return [{ id: line.reference, kind, currency: sale.currency, amountMinor: line.grossMinor }];
  });
  const earned = sale.lines.reduce((sum, { points = 0 }) => sum + points, 0);
  const { customerId = null, usedPoints = 0 } = sale;
  return [...taken, ...pointsMove(customerId, -usedPoints), ...loaded, ...pointsMove(customerId, earned)];
}

/**
 * What a return takes off gift cards that came back and off accounts whose payment is taken back, and what it gives back on stored
 * values.
 */
export function movesOfReturn(refund: {
  readonly currency: string;
  readonly lines: readonly { readonly kind: SaleLine['kind']; readonly reference: string | null; readonly refundMinor: number }[];
  readonly tenders: readonly RefundTender[];
  readonly customerId?: string | null;
  readonly points?: { readonly takenBack: number; readonly givenBack: number } | null;
}): StoredValueMove[] {
  const unloaded = refund.lines.flatMap((line): StoredValueMove[] => {
    const kind = LOADS[line.kind];
    if (kind === undefined || line.reference === null || line.refundMinor === 0) return [];
    return [{ id: line.reference, kind, currency: refund.currency, amountMinor: -line.refundMinor }];
  });
  const given = refund.tenders.flatMap((one): StoredValueMove[] => {
    const kind = TAKEN_OFF.get(one.kind);
    if (kind === undefined || one.reference === null || one.amountMinor === 0) return [];
    return [{ id: one.reference, kind, currency: one.currency, amountMinor: one.amountMinor }];
  });
  const { customerId = null, points = null } = refund;
  const takenBack = pointsMove(customerId, -(points?.takenBack ?? 0)).map((move) => ({ ...move, mayOverdraw: true }));
  return [...unloaded, ...given, ...pointsMove(customerId, points?.givenBack ?? 0), ...takenBack];
}

import type { ReturnableLine } from '../../domain/returns/return-goods.ts';
import type { Sale } from '../../domain/sale/sale.ts';
import type { Deed, Entry } from './books.ts';
import { shareOf } from './goods.ts';

type Credit = Pick<Deed, 'account' | 'points'>;

/**
 * What goes back to the account and the points of whoever bought, by hand: their parts of a refund before any cash, and the points that the
 * goods had earned.
 * @param entry the sale, as whoever sold it saw it. @param sale as the till knows it now.
 */
export function backToCustomer(
  entry: Entry | undefined,
  { saleId, refundedTo }: Sale,
  line: ReturnableLine,
  { quantity, refundMinor }: { readonly quantity: number; readonly refundMinor: number },
): Credit & Required<Pick<Deed, 'tenders'>> {
  const sold = entry?.lines?.find(({ lineNo }) => lineNo === line.lineNo);
  const customerId = entry?.points?.customerId;
  if (sold === undefined || customerId === undefined || entry?.operation.id !== saleId) return { tenders: [] };
  let left = refundMinor;
  const back = { account: sold.kind === 'account_payment' ? -refundMinor : 0, points: 0 };
  const tenders = (entry.tenders ?? []).flatMap(({ kind, reference, amountMinor }) => {
    if ((kind !== 'account' && kind !== 'points') || reference === null) return [];
    const before = refundedTo?.[reference] ?? 0;
    const minor = Math.min(left, amountMinor - before);
    left -= minor;
    if (kind === 'account') back.account += minor;
    else back.points = shareOf({ totalMinor: entry.points?.used ?? 0, quantity: amountMinor }, before, minor);
    return minor === 0 ? [] : [{ kind, reference, amountMinor: -minor }];
  });
  const takenBack = shareOf({ totalMinor: sold.earned, quantity: sold.quantity }, line.returned, quantity);
  return {
    tenders,
    ...(back.account !== 0 && { account: { customerId, minor: back.account, overMinor: 0 } }),
    points: { customerId, earned: -takenBack, used: -back.points },
  };
}

/** What a void does to the account and the points: all that the sale did, the other way round. */
export function voidedCredit({ account, points }: Entry): Credit {
  return {
    ...(account !== undefined && { account: { ...account, minor: -account.minor, overMinor: 0 } }),
    ...(points !== undefined && { points: { ...points, earned: -points.earned, used: -points.used } }),
  };
}

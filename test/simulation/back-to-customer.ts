import type { ReturnableLine } from '../../domain/returns/return-goods.ts';
import type { Sale } from '../../domain/sale/sale.ts';
import type { Deed, Entry, SoldLine } from './books.ts';
import { shareOf } from './goods.ts';
import { POINTS_OFF } from './offers.ts';

type Credit = Pick<Deed, 'account' | 'points'>;

/**
 * What goes back to the account and the points of whoever bought, by hand: their parts of a refund before any cash, and the points that the
 * goods had earned.
 * @param entry the sale, as whoever sold it saw it. @param sale as the till knows it now.
 */
export function backToCustomer(
  entry: Entry | undefined,
  { saleId, refundedTo, returned }: Sale,
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
  back.points += pointsOfUnits(entry, returned, { lineNo: sold.lineNo, quantity });
  const takenBack = shareOf({ totalMinor: sold.earned, quantity: sold.quantity }, line.returned, quantity);
  return {
    tenders,
    ...(back.account !== 0 && { account: { customerId, minor: back.account, overMinor: 0 } }),
    points: { customerId, earned: -takenBack, used: -back.points },
  };
}

/** The points that had taken something off units of a line. @param returned units of each line that came back before. */
function pointsOfUnits(
  { lines = [], points }: Entry,
  returned: Sale['returned'],
  back: { readonly lineNo: number; readonly quantity: number },
) {
  const off = ({ offers }: SoldLine) =>
    offers.reduce((sum, { promotionId, minor }) => sum + (promotionId === POINTS_OFF.id ? minor : 0), 0);
  const whole = lines.reduce((sum, line) => sum + off(line), 0);
  if (whole === 0) return 0;
  const share = (line: SoldLine, from: number, units: number) => shareOf({ totalMinor: off(line), quantity: line.quantity }, from, units);
  const before = lines.reduce((sum, line) => sum + share(line, 0, returned[line.lineNo] ?? 0), 0);
  const now = lines.reduce(
    (sum, line) => sum + (line.lineNo === back.lineNo ? share(line, returned[line.lineNo] ?? 0, back.quantity) : 0),
    0,
  );
  return shareOf({ totalMinor: points?.used ?? 0, quantity: whole }, before, now);
}

/** What a void does to the account and the points: all that the sale did, the other way round. */
export function voidedCredit({ account, points }: Entry): Credit {
  return {
    ...(account !== undefined && { account: { ...account, minor: -account.minor, overMinor: 0 } }),
    ...(points !== undefined && { points: { ...points, earned: -points.earned, used: -points.used } }),
  };
}

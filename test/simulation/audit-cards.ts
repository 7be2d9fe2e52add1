import { sql } from 'kysely';
import { groupBy } from '../../domain/base/group-by.ts';
import type { CardPayment } from '../../domain/payments/card-payment.ts';
import type { CardRefund } from '../../domain/payments/card-refund.ts';
import type { Audited } from './audited.ts';
import type { CardTerminal } from './card-terminal.ts';
import { OFFLINE_CARDS } from './goods.ts';

/** What the terminal must have moved for a payment that stands so, and its refunds; null while it is still being asked. */
function movedBy({ status, approval }: CardPayment, refunds: readonly CardRefund[]): number | null {
  if (refunds.some((one) => one.status === 'started')) return null;
  const back = refunds.reduce((sum, one) => sum + (one.status === 'refused' ? 0 : one.amountMinor), 0);
  if (status === 'approved' || status === 'booked') return (approval?.authorizedMinor ?? 0) - back;
  return status === 'started' || status === 'reversing' ? null : 0;
}

const DAY_MS = 86_400_000;

/** What a terminal approved without the bank stays within what the head office allows, by the clock of the counter (rule E2). */
function overCaps({ alone }: CardTerminal, registerId: string): string[] {
  return alone.flatMap(({ at, minor }, index) => {
    const before = alone.slice(0, index).reduce((sum, one) => sum + (at - one.at < DAY_MS ? one.minor : 0), 0);
    const isOver = minor > OFFLINE_CARDS.paymentMinor || before + minor > OFFLINE_CARDS.dayMinor;
    return isOver ? [`E2: the terminal of ${registerId} approved ${minor} without its bank, after ${before} on that day`] : [];
  });
}

/** The pool has each card payment as the terminal moved it, and no charge is forgotten (rule E2). */
export async function compareCards({ books, devices, pool: { db } }: Audited): Promise<string[]> {
  const { rows } = await sql<{ body: CardPayment }>`select body from documents where kind = 'card_payment' order by id`.execute(db);
  const refunds = await sql<{ body: CardRefund }>`select body from documents where kind = 'card_refund' order by id`.execute(db);
  const refundsOf = groupBy(
    refunds.rows.map(({ body }) => body),
    ({ paymentId }) => paymentId,
  );
  const told = await sql<{ payment: string }>`
    select body -> 'facts' ->> 'payment' as payment from exceptions where kind = 'card_not_covered'`.execute(db);
  const isTold = new Set(told.rows.map(({ payment }) => payment));
  const wrong: string[] = [];
  for (const { options, terminal } of devices) {
    const { registerId } = options.identity;
    // Of a register that was stopped, not all has arrived.
    if (books.isStopped(registerId)) continue;
    wrong.push(...overCaps(terminal, registerId));
    const moved = terminal.moved();
    const known = rows.flatMap(({ body }) => (body.registerId === registerId ? [body] : []));
    for (const payment of known) {
      const due = movedBy(payment, refundsOf.get(payment.id) ?? []);
      const is = moved.get(payment.id) ?? 0;
      if (due !== null && due !== is) wrong.push(`E2: payment ${payment.id} is ${payment.status} with ${due}, the terminal moved ${is}`);
      if (isTold.has(payment.id)) wrong.push(`J5: an exception about payment ${payment.id}, which an honest sale names`);
    }
    const ids = new Set(known.map(({ id }) => id));
    for (const [id, minor] of moved)
      if (minor > 0 && !ids.has(id)) wrong.push(`E2: the terminal charged ${minor} for ${id}, which is forgotten`);
  }
  return wrong;
}

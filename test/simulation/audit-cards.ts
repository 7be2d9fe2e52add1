import { sql } from 'kysely';
import type { CardPayment } from '../../domain/payments/card-payment.ts';
import type { Audited } from './audited.ts';

/** What the terminal must have moved for a payment that stands so; null while it is still being asked. */
function movedBy({ status, approval }: CardPayment): number | null {
  if (status === 'approved' || status === 'booked') return approval?.authorizedMinor ?? 0;
  return status === 'started' || status === 'reversing' ? null : 0;
}

/** The pool has each card payment as the terminal moved it, and no charge is forgotten (rule E2). */
export async function compareCards({ books, devices, pool: { db } }: Audited): Promise<string[]> {
  const { rows } = await sql<{ body: CardPayment }>`select body from documents where kind = 'card_payment' order by id`.execute(db);
  const told = await sql<{ payment: string }>`
    select body -> 'facts' ->> 'payment' as payment from exceptions where kind = 'card_not_covered'`.execute(db);
  const isTold = new Set(told.rows.map(({ payment }) => payment));
  const wrong: string[] = [];
  for (const { options, terminal } of devices) {
    const { registerId } = options.identity;
    // Of a register that was stopped, not all has arrived.
    if (books.isStopped(registerId)) continue;
    const moved = terminal.moved();
    const known = rows.flatMap(({ body }) => (body.registerId === registerId ? [body] : []));
    for (const payment of known) {
      const due = movedBy(payment);
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

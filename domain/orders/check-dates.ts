import type { OrderFault } from './order-fault.ts';

const DAY_MS = 86_400_000;
const YEARS_BACK = 5;

function yearsFrom(time: Date, years: number): Date {
  const moved = new Date(time);
  moved.setUTCFullYear(moved.getUTCFullYear() + years);
  return moved;
}

const fault = (field: string, message: string, fix: string): OrderFault => ({ code: 'order_not_valid', field, message, fix });

/** What is wrong with the time by which an order is promised: before it was ordered, or more than a year later. */
export function promiseFaults(promisedAt: Date, since: Date): OrderFault[] {
  const fix = 'Send the time by which the customer was promised the goods, at most one year later, or leave the field out.';
  if (promisedAt < since) return [fault('promisedAt', 'Nothing is promised before it was ordered.', fix)];
  return promisedAt > yearsFrom(since, 1) ? [fault('promisedAt', 'Nothing is promised for more than a year ahead.', fix)] : [];
}

/**
 * What is wrong with the times of an order: clocks are wrong by hours and orders are handed in late, but no shop sells in the year 2030.
 * @param now by the server's clock.
 */
export function dateFaults(placedAt: Date | null, promisedAt: Date | null, now: Date): OrderFault[] {
  if (placedAt === null) return [];
  const fix = `Send the time at which the customer ordered. The server's clock says ${now.toISOString()}.`;
  if (placedAt.getTime() > now.getTime() + DAY_MS) return [fault('placedAt', 'Nobody orders more than a day ahead of now.', fix)];
  if (placedAt < yearsFrom(now, -YEARS_BACK)) return [fault('placedAt', `That was more than ${YEARS_BACK} years ago.`, fix)];
  return promisedAt === null ? [] : promiseFaults(promisedAt, placedAt);
}

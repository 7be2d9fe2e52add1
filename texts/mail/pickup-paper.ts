import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { asOrdered, priceDifference } from '../../domain/fulfillment/substitute.ts';
import { shareOf } from '../../domain/orders/refunds.ts';
import { receiptOfOrderNumber } from '../../domain/sale/order-number.ts';
import { insteadOf } from '../say/instead-of.ts';
import { formatMoney } from '../say/format-money.ts';
import { head, note, type Paper, type PaperPart, RULE } from '../paper/paper.ts';
import { locale } from '../words/chosen-language.ts';
import { words } from '../words/words.ts';

/** What a customer is told of a pickup. */
export const PICKUP_NEWS = ['ready', 'reminder', 'expired'] as const;

export type PickupNews = (typeof PICKUP_NEWS)[number];

export interface PickupFacts {
  readonly news: PickupNews;
  readonly order: FulfillmentOrder;
  readonly store: { readonly name: string; readonly address: string; readonly timezone: string };
  /** Until when it waits, in epoch milliseconds; null where it waits for as long as it takes. */
  readonly until: number | null;
  /** The text of the signed pickup code; null where there is none. */
  readonly qr: string | null;
}

/** What is said above and below, and in the subject, in the current language. */
export function pickupWords({ news, order: { orderNumber, customer }, store }: PickupFacts) {
  const facts = { number: orderNumber, store: store.name };
  return {
    subject: words(`mail.pickup.${news}.subject`, facts),
    intro: words(`mail.pickup.${news}.intro`, { ...facts, name: customer.name }),
    outro: words(
      news !== 'expired' ? 'mail.pickup.outro' : receiptOfOrderNumber(orderNumber) === null ? 'mail.pickup.byShop' : 'mail.pickup.byStore',
    ),
  };
}

function dayOf(until: number, timeZone: string): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'full', timeZone }).format(until);
}

/** Units of a line that the news is about. */
function unitsOf({ news }: PickupFacts, { picked, toRefund = 0 }: FulfillmentOrder['lines'][number]): number {
  return news === 'expired' ? toRefund : picked;
}

/** What a customer is told of a pickup, as a slip: where, which goods, until when, and the code that opens it. */
export function pickupPaper(facts: PickupFacts): Paper {
  const { news, order, store, until, qr } = facts;
  const lines = order.lines.filter((line) => unitsOf(facts, line) > 0);
  const owed = lines.reduce((sum, line) => sum + shareOf(asOrdered(order, line), 0, line.toRefund ?? 0).totalMinor, 0);
  const cheaper = news === 'expired' ? 0 : lines.reduce((sum, line) => sum + priceDifference(line, line.picked).totalMinor, 0);
  const goods = lines.map(
    (line): PaperPart => ({
      kind: 'goods',
      name: line.name,
      amount: `${unitsOf(facts, line)} ×`,
      details: [insteadOf(order, line)].filter((one) => one !== null),
    }),
  );
  const parts: PaperPart[] = [
    head(store.name, 'large'),
    ...(store.address === '' ? [] : [head(store.address)]),
    head(words('mail.pickup.order', { number: order.orderNumber }), 'strong'),
    ...(qr === null ? [] : [{ kind: 'code', data: qr } as const, head(words('mail.pickup.showCode'))]),
    RULE,
    ...goods,
    RULE,
    ...(until === null || news === 'expired' ? [] : [note(words('mail.pickup.until', { day: dayOf(until, store.timezone) }), true)]),
    ...(cheaper > 0 ? [note(words('mail.pickup.cheaper', { amount: formatMoney(cheaper, order.currency) }))] : []),
    ...(news === 'expired' ? [note(words('mail.pickup.back', { amount: formatMoney(owed, order.currency) }), true)] : []),
  ];
  return { title: pickupWords(facts).subject, parts };
}

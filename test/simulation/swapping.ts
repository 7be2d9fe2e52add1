import { accept } from '../../domain/base/result.ts';
import { exchangePickup, paysAtPickup } from '../../domain/exchanges/exchange-pickup.ts';
import { pickupExchanged } from '../../domain/exchanges/operations.ts';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import type { OrderHandedOver } from '../../domain/fulfillment/payloads.ts';
import type { Decide, RecordContext } from '../../src-renderer/kit/register-services.ts';
import { servicesOf } from './act.ts';
import { type BackLine, type Deed, NOTHING, type ShelfChange } from './books.ts';
import type { Chance } from './chance.ts';
import { wishFor } from './exchanging.ts';
import { cashFor, shareOf } from './goods.ts';
import type { Person } from './person.ts';
import { count, reckon, soldLines } from './selling.ts';

type Handover = OrderHandedOver['payload'];

/** What a customer takes at pickup beside their order, or in place of what stays. */
export interface Swapping {
  /** The handover with the sale; null where it is not made here. */
  decide(order: FulfillmentOrder, handover: Handover, context: RecordContext): ReturnType<Decide> | null;
  /** What an onlooker writes down of it. @param held the goods of the order that leave. */
  deed(order: FulfillmentOrder, handover: Handover, held: readonly ShelfChange[]): Deed;
}

/** What stays of an order, and its money by hand: units that leave have the first shares. */
function stayingOf(order: FulfillmentOrder, { lines, notTaken }: Handover): BackLine[] {
  const before = new Map((lines ?? []).map(({ lineNo, quantity }) => [lineNo, quantity]));
  return notTaken.flatMap(({ lineNo, sku, quantity }): BackLine[] => {
    const line = order.lines.find((one) => one.lineNo === lineNo);
    if (line === undefined) return [];
    const left = before.get(lineNo) ?? 0;
    before.set(lineNo, left + quantity);
    // A substitute counts for what was paid for the ordered article.
    const { totalMinor } = line.insteadOf ?? line;
    return [{ kind: 'goods', sku, units: quantity, minor: shareOf({ ...line, totalMinor }, left, quantity), serial: null }];
  });
}

/** Somebody who fetches an order takes an article of the shop, too: for as much as what they leave, for more, for less, or beside it. */
export function swapping(person: Person, aside: Chance): Swapping | null {
  const services = servicesOf(person);
  const wish = wishFor(aside);
  const counted = services === null ? null : count(person, services, wish);
  if (counted === null) return null;
  const total = reckon(person, counted);
  const { counter, priced } = counted;
  const worthOf = (back: readonly BackLine[]) => back.reduce((sum, { minor }) => sum + minor, 0);
  return {
    decide(order, handover, { nextReceiptNumber: receiptNumber, openShift }) {
      const back = stayingOf(order, handover);
      if (openShift === null || (back.length > 0 && (!paysAtPickup(order) || order.currency !== counter.currency))) return null;
      const { currency, cashRounding, rules } = counter;
      const cashGivenMinor = total > worthOf(back) ? total - worthOf(back) + 500 : 0;
      const sale = { priced, currency, pricesIncludeTax: rules.pricesIncludeTax, cashGivenMinor, cashRounding };
      const swapped = exchangePickup({ order, handover, sale, receiptNumber });
      return swapped.ok ? accept(pickupExchanged.request(swapped.value)) : swapped;
    },
    deed(order, handover, held) {
      const back = stayingOf(order, handover);
      const taken = [...wish.bought].map(([sku, units]) => ({ sku, units: -units }));
      return {
        ...NOTHING,
        shelf: [...held, ...taken],
        besides: taken,
        // What the order paid for and is not used up goes back by the web shop.
        cashMinor: cashFor(Math.max(0, total - worthOf(back))),
        soldMinor: total,
        refundMinor: worthOf(back),
        lines: soldLines(counted),
        back,
      };
    },
  };
}

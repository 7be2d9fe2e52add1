import type { StoreReader } from '../base/define-document.ts';
import { type Fault, fault } from '../base/fault.ts';
import { strayExchange } from '../payments/stray-exchange.ts';
import { saleFault } from '../sale/check-sale.ts';
import { exchangeFault } from './check-exchange.ts';
import { exchangeAtPickup, soldOf } from './parts-of.ts';
import type { PickupExchanged } from './pickup-exchange.ts';

/** Units by line, comparable. */
function unitsOf(lines: readonly { readonly lineNo: number; readonly quantity: number }[]): string {
  const units = new Map<number, number>();
  for (const { lineNo, quantity } of lines) units.set(lineNo, (units.get(lineNo) ?? 0) + quantity);
  return JSON.stringify([...units].sort(([one], [other]) => one - other));
}

/**
 * What is wrong with a pickup with a sale: its exchange or its sale is off, or the money is of other goods than those that were not taken.
 * Null where all is well.
 */
export function pickupExchangeFault(reader: StoreReader, payload: PickupExchanged): Fault | null {
  const exchanged = exchangeAtPickup(payload);
  if (exchanged === null) return strayExchange(payload.sold.tenders) ?? saleFault(soldOf(payload));
  const { fulfillmentOrderId, notTaken } = payload.handover;
  const { origin, lines } = exchanged.back;
  const isOfPickup = lines.every((line) => line.fulfillmentOrderId === fulfillmentOrderId && line.orderId !== null);
  if (origin.kind !== 'order' || !isOfPickup || unitsOf(lines) !== unitsOf(notTaken)) return fault('pickup_return');
  return exchangeFault(reader, exchanged);
}

import type { FulfillmentOrder } from '../../../../domain/fulfillment/fulfillment-order.ts';
import { fulfillmentOrderDocument } from '../../../../domain/fulfillment/documents.ts';
import type { StoreReader } from '../../../../domain/base/define-document.ts';
import { planExchange } from '../../../../domain/exchanges/plan-exchange.ts';
import { stayingChoices } from '../../../../domain/exchanges/exchange-pickup.ts';
import type { Returnable } from '../../../../domain/orders/order-intake.ts';
import type { ExchangeDraft, PickupDraft } from '../../returns/return-draft.ts';
import { type Choices, lineKey, refundSoFar, type ReturnSource } from '../../returns/return-form.ts';

/** A pickup that is handed over with the sale on the counter. */
export interface SwapInHand extends PickupDraft {
  /** The order as it is now. */
  readonly order: FulfillmentOrder;
  /** Units that leave with the customer, and all that are in the bag. */
  readonly leaving: number;
  readonly inBag: number;
}

const unitsIn = (lines: readonly { readonly quantity: number }[]) => lines.reduce((sum, { quantity }) => sum + quantity, 0);

/**
 * The pickup that is handed over with the sale, as it stands now.
 * @param takenMinor what is taken besides, in minor units. @returns null where this register does not have the order.
 */
export function swapInHand(reader: StoreReader, draft: ExchangeDraft & { readonly pickup: PickupDraft }, takenMinor: number) {
  const { pickup } = draft;
  const order = reader.get(fulfillmentOrderDocument, pickup.handover.fulfillmentOrderId);
  if (order === undefined) return null;
  const { orderNumber: number, currency } = order;
  const staying = stayingChoices(order, pickup.handover);
  // Refused and broken units of a line are worth the same together.
  const lines = [...new Map(staying.map(({ line }) => [line.lineNo, line])).values()];
  const units = (lineNo: number) => unitsIn(staying.filter(({ line }) => line.lineNo === lineNo));
  const choices: Choices = new Map(lines.map((line) => [lineKey(line), { quantity: units(line.lineNo), disposition: 'restock' }]));
  const source: ReturnSource = { origin: { kind: 'order', orderNumber: number }, number, currency, lines, reprice: null, feeFor: null };
  const found: Returnable = { kind: 'order', orderNumber: number, fulfillmentOrders: [order] };
  const backMinor = refundSoFar(source, choices);
  const plan = planExchange(undefined, backMinor, takenMinor);
  const leaving = unitsIn(pickup.handover.lines ?? []);
  const swap: SwapInHand = { ...pickup, order, leaving, inBag: leaving + unitsIn(staying) };
  return { ...draft, found, source, choices, backMinor, plan, settles: plan.dueMinor === 0, swap };
}

/** Whether the order of a swap ended or moved on, so that it cannot be handed over with the sale any more. */
export function hasMovedOn({ order }: SwapInHand): boolean {
  return order.state.status !== 'ready';
}

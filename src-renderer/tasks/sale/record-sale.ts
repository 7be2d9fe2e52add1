import { saleCompleted, type SaleRecorded } from '../../../domain/sale/operations.ts';
import type { Refusal } from '../../../domain/base/refusal.ts';
import { accept, refuse, type Result } from '../../../domain/base/result.ts';
import type { StoreReader } from '../../../domain/base/define-document.ts';
import { type Earning, earnPoints } from '../../../domain/loyalty/earn-points.ts';
import { loyaltyBoosts, loyaltyExcluded, loyaltyProgram } from '../../../domain/loyalty/settings.ts';
import type { SettingDefinition } from '../../../domain/settings/define-setting.ts';
import { settingOf } from '../../../domain/settings/setting-of.ts';
import { exchangeGoods } from '../../../domain/exchanges/exchange-goods.ts';
import { exchangePickup } from '../../../domain/exchanges/exchange-pickup.ts';
import { goodsExchanged, pickupExchanged } from '../../../domain/exchanges/operations.ts';
import { inParts } from '../../../domain/exchanges/parts-of.ts';
import type { Operation } from '../../../domain/registry/operations.ts';
import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import { orderHandedOver } from '../../../domain/fulfillment/operations.ts';
import type { OrderHandedOver } from '../../../domain/fulfillment/payloads.ts';
import { goodsReturned } from '../../../domain/returns/operations.ts';
import type { GoodsReturned } from '../../../domain/returns/return.ts';
import { completeSale, type CompleteSale } from '../../../domain/sale/complete-sale.ts';
import { cardPaymentIds } from '../../../domain/payments/apply-card.ts';
import { cardPaymentDocument } from '../../../domain/payments/documents.ts';
import type { ForeignNotes } from '../../../domain/payments/foreign-cash.ts';
import type { NamedTender, OnAccount } from '../../../domain/payments/tender.ts';
import type { Decide, RecordContext, RegisterServices } from '../../kit/register-services.ts';
import type { AskBack } from './exchange/asked-exchange.ts';
import { ordersOf } from './order/order-line.ts';
import type { Cart } from './cart-state.ts';
import type { CartSum, CounterRules } from './price-cart.ts';

/** A sale as it was recorded, with what came back, or was not taken, where it is a part of an exchange. */
export type CompletedSale = SaleRecorded & {
  readonly back?: GoodsReturned;
  /** Whether a pickup was handed over with it. */
  readonly isPickup?: true;
};

/** What the customer's account was let do, how many points pay, and what comes back for it. */
export interface BeyondTenders {
  readonly onAccount: OnAccount | null;
  readonly usedPoints: number;
  /** Left out for a sale alone. */
  readonly askBack?: AskBack;
  /** The handover of a pickup that is a part of it. */
  readonly handover?: OrderHandedOver['payload'];
}

/** The request of a sale; that of an exchange where something comes back for it, or of a pickup that is handed over with it. */
function requestOf(
  sale: Omit<CompleteSale, 'receiptNumber'>,
  { askBack, handover }: BeyondTenders,
  context: RecordContext,
): ReturnType<Decide> {
  const { nextReceiptNumber: receiptNumber, reader } = context;
  if (handover !== undefined) {
    const order = reader.get(fulfillmentOrderDocument, handover.fulfillmentOrderId);
    if (order === undefined) return refuse('not_ready');
    const isBegun = (sale.otherTenders ?? []).length > 0;
    const swapped = exchangePickup({ order, handover, sale, receiptNumber, isBegun });
    return swapped.ok ? accept(pickupExchanged.request(swapped.value)) : swapped;
  }
  if (askBack === undefined) {
    const completed = completeSale({ ...sale, receiptNumber });
    return completed.ok ? accept(saleCompleted.request(completed.value)) : completed;
  }
  const back = askBack(context);
  if (!back.ok) return back;
  const exchanged = exchangeGoods({ back: back.value, sale, receiptNumber });
  return exchanged.ok ? accept(goodsExchanged.request(exchanged.value)) : exchanged;
}

/** What was recorded, as a sale. */
function completedOf(operation: Operation): CompletedSale {
  const parts = inParts(operation);
  const sold = parts.find((one) => saleCompleted.is(one));
  const back = parts.find((one) => goodsReturned.is(one));
  const isPickup = parts.some((one) => orderHandedOver.is(one));
  return { ...(sold as CompletedSale), ...(back !== undefined && { back: back.payload }), ...(isPickup && { isPickup }) };
}

const NOTHING_BEYOND: BeyondTenders = { onAccount: null, usedPoints: 0 };

/** What decides about points here, as the replica has it. */
export function earningOf(reader: StoreReader, date: string): Earning {
  const read = <V>(setting: SettingDefinition<string, V>) => settingOf(reader, setting, {});
  return { rule: read(loyaltyProgram), excluded: read(loyaltyExcluded), boosts: read(loyaltyBoosts), date };
}

/**
 * Records the sale on the counter. Resolves when it is durable (rule J1), with the operation that carries its receipt, or with why it
 * was not done; then the cart is as it was.
 * @param cashGivenMinor what the customer handed over in cash, in minor units.
 * @param otherTenders what was paid otherwise; cash pays the rest.
 * @param foreignNotes notes of other currencies that the customer handed over beside it.
 * @param beyond what some tenders are beside their amount.
 */
export async function recordSale(
  services: Pick<RegisterServices, 'record'>,
  cart: Cart,
  priced: CartSum,
  counter: CounterRules,
  cashGivenMinor: number,
  otherTenders: readonly NamedTender[] = [],
  foreignNotes: readonly ForeignNotes[] = [],
  beyond: BeyondTenders = NOTHING_BEYOND,
): Promise<Result<CompletedSale, Refusal>> {
  const { lines: all, paying, ageCheck, customerId, id, begun } = cart.state.getState();
  const lines = paying?.lines ?? all;
  // While it is being written, its goods are neither changed nor put aside.
  cart.pay(priced);
  let isSold = false;
  try {
    const decide: Decide = (context) => {
      const { reader, openShift } = context;
      if (openShift === null) return refuse('no_open_shift');
      // A card may be on its way back since the button was pressed.
      const isCovered = (id: string) => reader.get(cardPaymentDocument, id)?.status === 'approved';
      if (!cardPaymentIds(otherTenders).every(isCovered)) return refuse('card_payment_open');
      const earned = customerId === null ? priced.lines : earnPoints(priced.lines, lines, earningOf(reader, counter.rules.date));
      const { onAccount, usedPoints } = beyond;
      const sale = {
        priced: { ...priced, lines: earned },
        currency: counter.currency,
        pricesIncludeTax: counter.rules.pricesIncludeTax,
        cashGivenMinor,
        otherTenders,
        foreignNotes,
        cashRounding: counter.cashRounding,
        begunAt: begun === null ? null : new Date(begun.at).toISOString(),
        ageCheck,
        coupons: priced.coupons,
        customerId,
        taxExemptionId: priced.taxExemptionId ?? null,
        orders: ordersOf(lines),
        onAccount,
        usedPoints,
      };
      return requestOf(sale, beyond, context);
    };
    const result = await services.record(decide, { id, totalMinor: priced.totalMinor });
    if (!result.ok) return result;
    isSold = true;
    const sale = completedOf(result.value);
    cart.recorded(lines, sale, id);
    return accept(sale);
  } finally {
    if (!isSold && paying === null) cart.stopPaying();
  }
}

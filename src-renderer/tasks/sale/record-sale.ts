import { saleCompleted, type SaleRecorded } from '../../../domain/sale/operations.ts';
import type { Refusal } from '../../../domain/base/refusal.ts';
import { accept, refuse, type Result } from '../../../domain/base/result.ts';
import type { StoreReader } from '../../../domain/base/define-document.ts';
import { type Earning, earnPoints } from '../../../domain/loyalty/earn-points.ts';
import { loyaltyBoosts, loyaltyExcluded, loyaltyProgram } from '../../../domain/loyalty/settings.ts';
import type { SettingDefinition } from '../../../domain/settings/define-setting.ts';
import { settingOf } from '../../../domain/settings/setting-of.ts';
import { completeSale } from '../../../domain/sale/complete-sale.ts';
import { cardPaymentIds } from '../../../domain/payments/apply-card.ts';
import { cardPaymentDocument } from '../../../domain/payments/documents.ts';
import type { ForeignNotes } from '../../../domain/payments/foreign-cash.ts';
import type { NamedTender, OnAccount } from '../../../domain/payments/tender.ts';
import type { Decide, RegisterServices } from '../../kit/register-services.ts';
import { ordersOf } from './order/order-line.ts';
import type { Cart } from './cart-state.ts';
import type { CartSum, CounterRules } from './price-cart.ts';

export type CompletedSale = SaleRecorded;

/** What the customer's account was let do, and how many points pay. */
export interface BeyondTenders {
  readonly onAccount: OnAccount | null;
  readonly usedPoints: number;
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
    const decide: Decide = ({ reader, openShift, nextReceiptNumber }) => {
      if (openShift === null) return refuse('no_open_shift');
      // A card may be on its way back since the button was pressed.
      const isCovered = (id: string) => reader.get(cardPaymentDocument, id)?.status === 'approved';
      if (!cardPaymentIds(otherTenders).every(isCovered)) return refuse('card_payment_open');
      const earned = customerId === null ? priced.lines : earnPoints(priced.lines, lines, earningOf(reader, counter.rules.date));
      const completed = completeSale({
        priced: { ...priced, lines: earned },
        currency: counter.currency,
        pricesIncludeTax: counter.rules.pricesIncludeTax,
        cashGivenMinor,
        otherTenders,
        foreignNotes,
        cashRounding: counter.cashRounding,
        receiptNumber: nextReceiptNumber,
        begunAt: begun === null ? null : new Date(begun.at).toISOString(),
        ageCheck,
        coupons: priced.coupons,
        customerId,
        taxExemptionId: priced.taxExemptionId ?? null,
        orders: ordersOf(lines),
        ...beyond,
      });
      if (!completed.ok) return completed;
      return accept(saleCompleted.request(completed.value));
    };
    const result = await services.record(decide, { id, totalMinor: priced.totalMinor });
    if (!result.ok) return result;
    isSold = true;
    const sale = result.value as CompletedSale;
    cart.recorded(lines, sale, id);
    return accept(sale);
  } finally {
    if (!isSold && paying === null) cart.stopPaying();
  }
}

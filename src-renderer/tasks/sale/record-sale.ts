import { saleCompleted, type SaleRecorded } from '../../../domain/sale/operations.ts';
import type { Refusal } from '../../../domain/base/refusal.ts';
import { accept, refuse, type Result } from '../../../domain/base/result.ts';
import { completeSale } from '../../../domain/sale/complete-sale.ts';
import type { PricedSale } from '../../../domain/pricing/price-sale.ts';
import type { RegisterServices } from '../../kit/register-services.ts';
import type { Cart } from './cart.ts';
import type { CounterRules } from './price-cart.ts';

export type CompletedSale = SaleRecorded;

/**
 * Records the sale on the counter for cash. Resolves when it is durable (rule J1), with the operation that carries
 * its receipt, or with why it was not done; then the cart is as it was.
 * @param cashGivenMinor what the customer handed over, in minor units.
 */
export async function recordSale(
  services: Pick<RegisterServices, 'record'>,
  cart: Cart,
  priced: PricedSale,
  counter: CounterRules,
  cashGivenMinor: number,
): Promise<Result<CompletedSale, Refusal>> {
  const { lines } = cart.state.getState();
  const result = await services.record(({ openShift, nextReceiptNumber }) => {
    if (openShift === null) return refuse('no_open_shift');
    const completed = completeSale({
      priced,
      currency: counter.currency,
      pricesIncludeTax: counter.rules.pricesIncludeTax,
      cashGivenMinor,
      cashRounding: counter.cashRounding,
      receiptNumber: nextReceiptNumber,
    });
    if (!completed.ok) return completed;
    return accept(saleCompleted.request(completed.value));
  });
  if (!result.ok) return result;
  cart.recorded(lines);
  return accept(result.value as CompletedSale);
}

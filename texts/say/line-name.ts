import type { SaleLine } from '../../domain/pricing/sale-line.ts';
import { lastFourOf } from '../../domain/stored-value/stored-value.ts';
import { formatQuantity } from './format-quantity.ts';
import { words } from '../words/words.ts';

/** What a line of a sale is called: goods by their name, a gift card by its last digits, a payment on account by what it is. */
export function lineName({
  kind = 'goods',
  name,
  reference,
}: {
  readonly kind?: SaleLine['kind'];
  readonly name: string;
  readonly reference?: string | null;
}): string {
  if (kind === 'account_payment') return words('account.paymentLine');
  if (kind !== 'gift_card' || reference === null || reference === undefined) return name;
  return words('payment.cardEnding', { scheme: words('payment.kind.gift_card'), digits: lastFourOf(reference) });
}

/** How much of what a line names: `2 × Article`, or `0.640 kg × Apples`. */
export function quantityOf(line: Parameters<typeof lineName>[0] & Pick<SaleLine, 'quantity' | 'quantityDecimals' | 'unit'>): string {
  return `${formatQuantity(line.quantity, line.quantityDecimals, line.unit)} × ${lineName(line)}`;
}

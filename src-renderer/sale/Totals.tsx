import type { PricedSale } from '../../domain/sale/price-sale.ts';
import { formatMoney } from '../app/format-money.ts';
import styles from './Totals.module.css';

export interface TotalsProps {
  readonly priced: Pick<PricedSale, 'lines' | 'totalMinor' | 'taxMinor'>;
  readonly currency: string;
  readonly pricesIncludeTax: boolean;
}

/** Subtotal, discounts, tax and the total. */
export function Totals({ priced, currency, pricesIncludeTax }: TotalsProps) {
  const discount = priced.lines.reduce((sum, line) => sum + line.discountMinor, 0);
  const subtotal = priced.totalMinor - (pricesIncludeTax ? 0 : priced.taxMinor);
  const units = priced.lines.reduce((sum, line) => sum + line.quantity, 0);
  return (
    <dl className={styles.totals}>
      <dt>
        Subtotal ({units} {units === 1 ? 'item' : 'items'})
      </dt>
      <dd>{formatMoney(subtotal, currency)}</dd>
      {discount > 0 && (
        <>
          <dt>Discounts taken off</dt>
          <dd className={styles.saved}>−{formatMoney(discount, currency)}</dd>
        </>
      )}
      <dt>{pricesIncludeTax ? 'Tax included' : 'Tax'}</dt>
      <dd>{formatMoney(priced.taxMinor, currency)}</dd>
      <dt className={styles.total}>Total</dt>
      <dd className={styles.total} data-testid="total">
        {formatMoney(priced.totalMinor, currency)}
      </dd>
    </dl>
  );
}

import { discountOf } from '../../../domain/base/adjustment.ts';
import type { PricedSale } from '../../../domain/pricing/price-sale.ts';
import { countItems } from '../../../texts/say/count-items.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import type { ExchangeInHand } from './exchange/use-exchange.ts';
import styles from './Totals.module.css';
import { words } from '../../../texts/words/words.ts';

export interface TotalsProps {
  readonly priced: Pick<PricedSale, 'lines' | 'totalMinor' | 'taxMinor'>;
  readonly currency: string;
  readonly pricesIncludeTax: boolean;
  /** What rounding for cash adds to the total. */
  readonly roundingMinor: number;
  /** What cash pays of the total, as it is rounded. */
  readonly cashMinor: number;
  /** What comes back for it; null for a sale alone. */
  readonly exchange: Pick<ExchangeInHand, 'backMinor' | 'plan'> | null;
}

/** What the goods cost, what promotions take off, tax, and the total: the lines above the total add up to it. */
export function Totals({ priced, currency, pricesIncludeTax, roundingMinor, cashMinor, exchange }: TotalsProps) {
  const gross = priced.lines.reduce((sum, line) => sum + line.grossMinor, 0);
  const discount = priced.lines.reduce((sum, line) => sum + discountOf(line), 0);
  return (
    <dl className={styles.totals}>
      <div>
        <dt data-testid="item-count">{words('sale.itemCount', { count: countItems(priced.lines) })}</dt>
        <dd>{formatMoney(gross, currency)}</dd>
      </div>
      {discount > 0 && (
        <div>
          <dt>{words('sale.discounts')}</dt>
          <dd className={styles.saved}>−{formatMoney(discount, currency)}</dd>
        </div>
      )}
      {!pricesIncludeTax && (
        <div>
          <dt>{words('sale.tax')}</dt>
          <dd>{formatMoney(priced.taxMinor, currency)}</dd>
        </div>
      )}
      <div className={exchange === null ? styles.total : ''}>
        <dt>{words('sale.total')}</dt>
        <dd data-testid="total">{formatMoney(priced.totalMinor, currency)}</dd>
      </div>
      {pricesIncludeTax && (
        <div>
          <dt>{words('sale.taxIncluded')}</dt>
          <dd>{formatMoney(priced.taxMinor, currency)}</dd>
        </div>
      )}
      {exchange !== null && <ExchangeTotals exchange={exchange} currency={currency} />}
      {roundingMinor !== 0 && (
        <>
          <div>
            <dt>{words('sale.rounding')}</dt>
            <dd data-testid="rounding">{formatMoney(roundingMinor, currency)}</dd>
          </div>
          <div>
            <dt>{words('sale.toPayInCash')}</dt>
            <dd>{formatMoney(cashMinor, currency)}</dd>
          </div>
        </>
      )}
    </dl>
  );
}

/** What comes back, and what is due then or goes back to the customer. */
function ExchangeTotals({
  exchange: { backMinor, plan },
  currency,
}: Pick<TotalsProps, 'currency'> & { readonly exchange: NonNullable<TotalsProps['exchange']> }) {
  const isDue = plan.dueMinor > 0 || plan.refundMinor === 0;
  return (
    <>
      <div>
        <dt>{words('exchange.worth')}</dt>
        <dd>{formatMoney(-backMinor || 0, currency)}</dd>
      </div>
      <div className={styles.total}>
        <dt>{words(isDue ? 'exchange.due' : 'exchange.customerGets')}</dt>
        <dd data-testid="exchange-sum">{formatMoney(isDue ? plan.dueMinor : plan.refundMinor, currency)}</dd>
      </div>
    </>
  );
}

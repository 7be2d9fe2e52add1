import type { OrderAnswer } from '../../domain/orders/order-request.ts';
import { formatMoney } from '../../texts/say/format-money.ts';
import { words } from '../../texts/words/words.ts';
import styles from './OrderSheet.module.css';

/** What was paid for an order, and what of it is to be given back. */
export function OrderMoney({ order: { lines, totalMinor, currency, refunds, fulfillmentOrders } }: { readonly order: OrderAnswer }) {
  const tax = lines.reduce((sum, line) => sum + line.taxMinor, 0);
  const nameOf = (sku: string) => fulfillmentOrders.flatMap((part) => part.lines).find((line) => line.sku === sku)?.name ?? sku;
  return (
    <>
      <dl className={styles.sums}>
        <dt>{words('orders.paid')}</dt>
        <dd>{formatMoney(totalMinor, currency)}</dd>
        <dt>{words('orders.tax')}</dt>
        <dd>{formatMoney(tax, currency)}</dd>
      </dl>
      <h3 className={styles.subtitle}>{words('orders.toRefund')}</h3>
      {refunds.length === 0 && <p>{words('orders.nothingToRefund')}</p>}
      <dl className={styles.sums}>
        {refunds.map(({ fulfillmentOrderId, lineNo, sku, quantity, totalMinor: owed, reason }) => (
          <div key={`${fulfillmentOrderId} ${lineNo} ${reason ?? ''}`}>
            <dt>
              {words(reason === undefined ? 'orders.refundNotTaken' : 'orders.refundCheaper', { count: quantity, name: nameOf(sku) })}
            </dt>
            <dd>{formatMoney(owed, currency)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

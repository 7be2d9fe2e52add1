import type { OrderAnswer } from '../../domain/orders/order-request.ts';
import type { OrderRefund } from '../../domain/orders/refunds.ts';
import { formatMoney } from '../../texts/say/format-money.ts';
import { words } from '../../texts/words/words.ts';
import styles from './OrderSheet.module.css';

/** Why money is given back, as the words for it. */
const WHY = {
  not_taken: 'orders.refundNotTaken',
  cheaper_substitute: 'orders.refundCheaper',
  cancelled: 'orders.refundCancelled',
} as const;

/** What was paid for an order, and what of it is to be given back. */
export function OrderMoney({ order }: { readonly order: OrderAnswer }) {
  const { lines, shipping, totalMinor, currency, payments, refunds, shippingRefund } = order;
  const tax = lines.reduce((sum, line) => sum + line.taxMinor, shipping?.taxMinor ?? 0);
  return (
    <>
      <dl className={styles.sums}>
        <dt>{words('orders.paid')}</dt>
        <dd>{formatMoney(totalMinor, currency)}</dd>
        {shipping !== null && (
          <>
            <dt>{words('orders.shipping')}</dt>
            <dd>{formatMoney(shipping.totalMinor, currency)}</dd>
          </>
        )}
        <dt>{words('orders.tax')}</dt>
        <dd>{formatMoney(tax, currency)}</dd>
        {payments.map(({ reference, method, amountMinor }) => (
          <div key={reference}>
            <dt>
              <bdi>{method}</bdi> · <bdi>{reference}</bdi>
            </dt>
            <dd>{formatMoney(amountMinor, currency)}</dd>
          </div>
        ))}
      </dl>
      <h3 className={styles.subtitle}>{words('orders.toRefund')}</h3>
      {refunds.length === 0 && shippingRefund === null && <p>{words('orders.nothingToRefund')}</p>}
      <dl className={styles.sums}>
        {refunds.map((refund) => (
          <RefundRow key={`${refund.fulfillmentOrderId ?? ''} ${refund.lineNo} ${refund.reason ?? ''}`} order={order} refund={refund} />
        ))}
        {shippingRefund !== null && (
          <>
            <dt>{words('orders.shipping')}</dt>
            <dd>{formatMoney(shippingRefund.totalMinor, currency)}</dd>
          </>
        )}
      </dl>
    </>
  );
}

function RefundRow({ order, refund }: { readonly order: OrderAnswer; readonly refund: OrderRefund }) {
  const { lineNo, sku, quantity: count, totalMinor, reason = 'not_taken' } = refund;
  const line = [...order.fulfillmentOrders.flatMap((part) => part.lines), ...order.lines].find((one) => one.lineNo === lineNo);
  return (
    <div>
      <dt>{words(WHY[reason], { count, name: line?.name ?? sku })}</dt>
      <dd>{formatMoney(totalMinor, order.currency)}</dd>
    </div>
  );
}

import type { SaleCompleted } from '../../../domain/sale/sale.ts';
import { saleOrderNumber } from '../../../domain/sale/order-number.ts';
import { salePickupCode } from '../../../domain/sale-orders/sale-order.ts';
import { lineName } from '../../kit/line-name.ts';
import styles from './ReceiptView.module.css';
import { words } from '../../words/words.ts';

/** What the customer has paid for and not got yet: where it comes from, and by which code it is picked up. */
export function ToCome({ payload: { receiptNumber, orders, lines } }: { readonly payload: SaleCompleted }) {
  if (orders.length === 0) return null;
  return (
    <section className={styles.toCome} aria-label={words('saleOrder.toCome')}>
      <strong>{words('saleOrder.toCome')}</strong>
      {orders.map(({ id, fulfillment }, position) => (
        <div key={id}>
          <span>
            {fulfillment.kind === 'ship' ? words('saleOrder.comesByPost') : words('saleOrder.comesTo', { store: fulfillment.storeName })}
          </span>
          {lines
            .filter(({ orderId }) => orderId === id)
            .map((line) => (
              <span key={line.lineNo} className={styles.detail}>
                {line.quantity} × {lineName(line)}
              </span>
            ))}
          <span className={styles.detail}>{words('saleOrder.number', { number: saleOrderNumber(receiptNumber, position) })}</span>
          {fulfillment.kind === 'pickup' && <span>{words('saleOrder.code', { code: salePickupCode(id) })}</span>}
        </div>
      ))}
    </section>
  );
}

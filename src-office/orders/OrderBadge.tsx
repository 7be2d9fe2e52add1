import type { OrderStatus } from '../../domain/orders/order-intake.ts';
import { words } from '../../texts/words/words.ts';
import styles from './OrderBadge.module.css';

/** Where an order stands, as a word on its color. */
export function OrderBadge({ status }: { readonly status: OrderStatus }) {
  return (
    <span className={styles.badge} data-status={status}>
      {words(`orders.status.${status}`)}
    </span>
  );
}

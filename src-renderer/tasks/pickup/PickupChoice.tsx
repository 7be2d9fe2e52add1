import { Button } from '@mantine/core';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { IconArrowLeft } from '../../kit/icons.ts';
import { statusWords, unitWords } from '../../kit/order-words.ts';
import styles from './Pickup.module.css';
import { words } from '../../../texts/words/words.ts';

export interface PickupChoiceProps {
  readonly orders: readonly FulfillmentOrder[];
  readonly onChoose: (order: FulfillmentOrder) => void;
  readonly onClose: () => void;
}

/** Several orders that one code belongs to: only the customer's name tells which is meant. */
export function PickupChoice({ orders, onChoose, onClose }: PickupChoiceProps) {
  return (
    <article className={styles.sheet} aria-label={words('pickup.sameCode')}>
      <header className={styles.head}>
        <Button className={styles.back ?? ''} variant="default" leftSection={<IconArrowLeft aria-hidden size={20} />} onClick={onClose}>
          {words('pickup.all')}
        </Button>
        <div className={styles.headMain} role="status">
          <h2 className={styles.number}>{words('pickup.haveCode', { count: orders.length })}</h2>
          <span>{words('pickup.askName')}</span>
        </div>
      </header>
      <ul className={styles.rows} aria-label={words('pickup.sameCode')}>
        {orders.map((order) => (
          <li key={order.id}>
            <button type="button" className={styles.row} onClick={() => onChoose(order)}>
              <span className={styles.rowMain}>
                <strong>{order.customer.name}</strong>
                <span>{order.orderNumber}</span>
              </span>
              <span className={styles.rowSide}>
                <span>{statusWords(order.state)}</span>
                <span>{unitWords(order.lines.reduce((sum, line) => sum + line.quantity, 0))}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </article>
  );
}

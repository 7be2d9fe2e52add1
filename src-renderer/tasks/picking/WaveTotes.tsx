import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { unitWords } from '../../kit/order-words.ts';
import styles from './Totes.module.css';
import { letterIn } from './tote-words.ts';
import { ToteTile } from './ToteTile.tsx';
import { words } from '../../../texts/words/words.ts';

export interface WaveTotesProps {
  readonly orders: readonly FulfillmentOrder[];
  /** The ids of all orders of the wave: they give the letters. */
  readonly orderIds: readonly string[];
  /** The order whose goods are in hand; null for none. */
  readonly current: string | null;
}

/** The totes on the trolley, each with its letter, its order and how much of it is picked. */
export function WaveTotes({ orders, orderIds, current }: WaveTotesProps) {
  return (
    <ul className={styles.totes} aria-label={words('picking.totes')}>
      {orders.map((order) => {
        const picked = order.lines.reduce((sum, line) => sum + line.picked, 0);
        const wanted = order.lines.reduce((sum, line) => sum + line.quantity - line.short, 0);
        return (
          <li key={order.id} className={styles.tote} data-current={order.id === current}>
            <ToteTile letter={letterIn(orderIds, order.id)} />
            <span className={styles.what}>
              <strong>{order.orderNumber}</strong>
              <span>{order.totes === undefined ? words('picking.noToteYet') : order.totes.join(', ')}</span>
              <span>{words('picking.doneOf', { done: picked, units: unitWords(wanted) })}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

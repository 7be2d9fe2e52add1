import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { IconCircleCheck, IconClock, IconClockExclamation } from '../../kit/icons.ts';
import { formatWhen, statusWords, unitWords } from '../../kit/order-words.ts';
import { promiseWords, urgencyOf } from './promise.ts';
import styles from './Pickup.module.css';

export interface PickupRowProps {
  readonly order: FulfillmentOrder;
  readonly isOpen: boolean;
  readonly timezone: string;
  /** How long after the order the store promises its pickups. */
  readonly minutes: number;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly onOpen: (order: FulfillmentOrder) => void;
}

/** A pickup in the list: whose it is, where it stands, and how it stands with its promise, by colour, icon and words. */
export function PickupRow({ order, isOpen, timezone, minutes, now, onOpen }: PickupRowProps) {
  const urgency = urgencyOf(order, minutes, now);
  const promise = promiseWords(order, minutes, now);
  const Icon = urgency === 'late' ? IconClockExclamation : urgency === null ? IconCircleCheck : IconClock;
  return (
    <button
      type="button"
      className={styles.row}
      data-urgency={promise === null ? 'none' : (urgency ?? 'fine')}
      aria-current={isOpen}
      onClick={() => onOpen(order)}
    >
      <span className={styles.rowMain}>
        <strong>{order.orderNumber}</strong>
        <span>{order.customer.name}</span>
      </span>
      <span className={styles.rowSide}>
        <span>
          {statusWords(order.state)} · {unitWords(order.lines.reduce((sum, line) => sum + line.quantity, 0))}
        </span>
        {promise === null ? (
          <span>{formatWhen(order.placedAt, timezone)}</span>
        ) : (
          <span className={styles.promise}>
            <Icon aria-hidden size={18} /> {promise}
          </span>
        )}
      </span>
    </button>
  );
}

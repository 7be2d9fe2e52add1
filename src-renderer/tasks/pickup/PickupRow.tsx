import { isNew } from '../../../domain/fulfillment/acknowledge-orders.ts';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { IconCar, IconCircleCheck, IconClock, IconClockExclamation } from '../../kit/icons.ts';
import { formatWhen, statusWords, unitWords } from '../../kit/order-words.ts';
import { arrivalWords, endsIn, promiseWords, urgencyOf } from './promise.ts';
import styles from './Pickup.module.css';
import { orderedUnits } from '../../../domain/fulfillment/substitute.ts';
import { words } from '../../../texts/words/words.ts';

export interface PickupRowProps {
  readonly order: FulfillmentOrder;
  readonly isOpen: boolean;
  readonly timezone: string;
  /** How long after the order the store promises its pickups. */
  readonly minutes: number;
  /** How long pickups wait before they end; 0 for as long as it takes. */
  readonly days: number;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly onOpen: (order: FulfillmentOrder) => void;
}

/** A pickup in the list: whose it is, where it stands, and how it stands with its promise, by colour, icon and words. */
export function PickupRow({ order, isOpen, timezone, minutes, days, now, onOpen }: PickupRowProps) {
  const urgency = urgencyOf(order, minutes, now);
  const outside = arrivalWords(order, now);
  const promise = outside ?? promiseWords(order, minutes, days, now);
  const ends = endsIn(order, days, now) !== null;
  const Icon =
    outside !== null ? IconCar : urgency === 'late' || ends ? IconClockExclamation : urgency === null ? IconCircleCheck : IconClock;
  return (
    <button
      type="button"
      className={styles.row}
      data-urgency={promise === null ? 'none' : outside !== null ? 'late' : ends ? 'soon' : (urgency ?? 'fine')}
      aria-current={isOpen}
      onClick={() => onOpen(order)}
    >
      <span className={styles.rowMain}>
        <strong>
          {order.orderNumber} {isNew(order) && <span className={styles.new}>{words('pickup.new')}</span>}
        </strong>
        <span>{order.customer.name}</span>
      </span>
      <span className={styles.rowSide}>
        <span>
          {statusWords(order.state)} · {unitWords(orderedUnits(order))}
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

import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { IconClockExclamation } from '../../kit/icons.ts';
import { useNow } from '../../kit/use-now.ts';
import styles from './ShipDue.module.css';
import { shipUrgency, shipUrgencyWords } from './ship-urgency.ts';

/** That an order to ship is late, or about to be; nothing where there is time enough. */
export function ShipDue({ order }: { readonly order: FulfillmentOrder }) {
  const now = useNow(30_000);
  const said = shipUrgencyWords(order, now);
  if (said === null) return null;
  return (
    <span className={styles.due} data-urgency={shipUrgency(order, now)}>
      <IconClockExclamation aria-hidden size={18} /> {said}
    </span>
  );
}

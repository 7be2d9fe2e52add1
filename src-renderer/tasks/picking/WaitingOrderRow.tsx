import { Button, Checkbox } from '@mantine/core';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { formatWhen, unitWords } from '../../kit/order-words.ts';
import { ShipDue } from './ShipDue.tsx';
import styles from './Picking.module.css';
import { unitsOf } from './ship-orders.ts';
import { words } from '../../../texts/words/words.ts';

export interface WaitingOrderRowProps {
  readonly order: FulfillmentOrder;
  readonly timezone: string;
  readonly ticked: boolean;
  readonly onTick: (on: boolean) => void;
  readonly onReject: () => void;
}

/** When it was ordered; by when it is promised, how it is sent and that it is urgent, as far as anybody said so. */
function whenWords({ kind, placedAt, promisedAt, shippingMethod, priority = 0 }: FulfillmentOrder, timezone: string): string {
  return [
    ...(kind === 'pickup' ? [words('task.pickup')] : []),
    ...(priority > 0 ? [words('picking.priority', { priority })] : []),
    ...(shippingMethod === undefined ? [] : [shippingMethod]),
    promisedAt === undefined ? formatWhen(placedAt, timezone) : words('picking.dueAt', { time: formatWhen(promisedAt, timezone) }),
  ].join(' · ');
}

/** One order that waits, to take into a wave or to reject. */
export function WaitingOrderRow({ order, timezone, ticked, onTick, onReject }: WaitingOrderRowProps) {
  return (
    <li className={styles.choice}>
      <Checkbox
        size="lg"
        classNames={{ root: styles.check ?? '', body: styles.checkBody ?? '', labelWrapper: styles.grow ?? '' }}
        checked={ticked}
        onChange={(event) => onTick(event.currentTarget.checked)}
        label={
          <span className={styles.checkLabel}>
            <strong>{order.orderNumber}</strong>
            <span>{order.shipTo === null ? order.customer.name : `${order.customer.name}, ${order.shipTo.city}`}</span>
            <span>
              {whenWords(order, timezone)} <ShipDue order={order} />
            </span>
            <span>{unitWords(unitsOf([order]))}</span>
          </span>
        }
      />
      <Button variant="subtle" color="red" aria-label={words('picking.rejectOrder', { number: order.orderNumber })} onClick={onReject}>
        {words('picking.reject')}
      </Button>
    </li>
  );
}

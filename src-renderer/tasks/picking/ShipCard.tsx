import { Button, TextInput } from '@mantine/core';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import styles from './Picking.module.css';

function addressOf({ customer, shipTo }: FulfillmentOrder): string {
  if (shipTo === null) return customer.name;
  const place = [shipTo.city, shipTo.region, shipTo.postalCode].filter((part) => part !== '').join(' ');
  return [customer.name, shipTo.line1, place, shipTo.country].filter((part) => part !== '').join(', ');
}

export interface ShipCardProps {
  readonly order: FulfillmentOrder;
  /** Whether a scanned label goes to it. */
  readonly current: boolean;
  readonly tracking: string;
  readonly busy: boolean;
  readonly onTouch: () => void;
  readonly onTracking: (text: string) => void;
  readonly onShip: () => void;
}

/** One packed box, its address and its tracking number. */
export function ShipCard({ order, current, tracking, busy, onTouch, onTracking, onShip }: ShipCardProps) {
  return (
    <li className={styles.card} data-current={current} onFocus={onTouch} onPointerDown={onTouch}>
      <div className={styles.cardHead}>
        <strong>{order.orderNumber}</strong>
        <span>{addressOf(order)}</span>
      </div>
      <form
        className={styles.ship}
        onSubmit={(event) => {
          event.preventDefault();
          onShip();
        }}
      >
        <TextInput
          className={styles.grow}
          label="Tracking number"
          aria-label={`Tracking number of order ${order.orderNumber}`}
          description={current ? 'A scan of the carrier’s label goes here.' : undefined}
          maxLength={80}
          autoComplete="off"
          value={tracking}
          onChange={(event) => onTracking(event.currentTarget.value)}
        />
        <Button type="submit" size="lg" aria-label={`Mark order ${order.orderNumber} as shipped`} disabled={busy}>
          Mark as shipped
        </Button>
      </form>
    </li>
  );
}

import { Button, TextInput } from '@mantine/core';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import styles from './Picking.module.css';
import { words } from '../../../texts/words/words.ts';

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
          label={words('picking.tracking')}
          aria-label={words('picking.trackingOf', { number: order.orderNumber })}
          description={current ? words('picking.labelHere') : undefined}
          maxLength={80}
          autoComplete="off"
          value={tracking}
          onChange={(event) => onTracking(event.currentTarget.value)}
        />
        <Button type="submit" size="lg" aria-label={words('picking.markShippedOf', { number: order.orderNumber })} disabled={busy}>
          {words('picking.markShipped')}
        </Button>
      </form>
    </li>
  );
}

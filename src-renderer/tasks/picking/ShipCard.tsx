import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ParcelLabel } from '../../../domain/labels/parcel-label.ts';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { isConfirmed, TrackingField } from '../../kit/TrackingField.tsx';
import { LabelRow } from './LabelRow.tsx';
import { ShipDue } from './ShipDue.tsx';
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
  /** Of its parcels, where the carrier makes them. */
  readonly labels: readonly ParcelLabel[];
  readonly tracking: string;
  readonly busy: boolean;
  readonly onTouch: () => void;
  readonly onTracking: (text: string) => void;
  /** @param isOtherCarriers whether a person said that the number is right, whatever its check digit. */
  readonly onShip: (isOtherCarriers: boolean) => void;
}

/** One packed box, its address and its tracking number. */
export function ShipCard({ order, current, labels, tracking, busy, onTouch, onTracking, onShip }: ShipCardProps) {
  const [confirmed, setConfirmed] = useState<string | null>(null);
  const entered = { number: tracking, confirmed };
  return (
    <li className={styles.card} data-current={current} onFocus={onTouch} onPointerDown={onTouch}>
      <div className={styles.cardHead}>
        <strong>{order.orderNumber}</strong>
        <span>{addressOf(order)}</span>
        <ShipDue order={order} />
      </div>
      {labels.map((label) => (
        <LabelRow key={label.parcelId} label={label} />
      ))}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onShip(isConfirmed(entered));
        }}
      >
        <TrackingField
          label={words('picking.tracking')}
          spokenLabel={words('picking.trackingOf', { number: order.orderNumber })}
          hint={current ? words('picking.labelHere') : undefined}
          entered={entered}
          onChange={(now) => {
            setConfirmed(now.confirmed);
            if (now.number !== tracking) onTracking(now.number);
          }}
          action={
            <Button type="submit" size="lg" aria-label={words('picking.markShippedOf', { number: order.orderNumber })} disabled={busy}>
              {words('picking.markShipped')}
            </Button>
          }
        />
      </form>
    </li>
  );
}

import { Button, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { shipOrder } from '../../domain/fulfillment/advance-order.ts';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { Empty } from '../app/Notice.tsx';
import type { Decide } from '../app/register-services.ts';
import { useKeepFocus } from '../app/use-keep-focus.ts';
import { useScanner } from '../scanner/use-scanner.ts';
import styles from './Picking.module.css';
import { Saying } from './Saying.tsx';
import { useSteps } from './use-steps.ts';
import { useTrackingDraft } from './use-tracking-draft.ts';

const SHOWN = 50;

function addressOf({ customer, shipTo }: FulfillmentOrder): string {
  if (shipTo === null) return customer.name;
  const place = [shipTo.city, shipTo.region, shipTo.postalCode].filter((part) => part !== '').join(' ');
  return [customer.name, shipTo.line1, place, shipTo.country].filter((part) => part !== '').join(', ');
}

/** Packed boxes that wait for the carrier. A scanned label goes to the box whose field was touched last. */
export function ShipList({ orders }: { readonly orders: readonly FulfillmentOrder[] }) {
  const steps = useSteps();
  const sheet = useRef<HTMLDivElement>(null);
  useKeepFocus(sheet, steps.busy);
  const [tracking, write] = useTrackingDraft();
  const [touched, setTouched] = useState<string | null>(null);
  const current = orders.find((order) => order.id === touched) ?? orders[0];
  useScanner((code) => {
    if (current === undefined) return `${code} was scanned, but no box waits for its label.`;
    write(current.id, code);
    steps.hush();
    return null;
  });

  function ship(order: FulfillmentOrder): void {
    const number = tracking[order.id] ?? '';
    const decide: Decide = ({ reader }) => shipOrder(reader.fulfillmentOrder(order.id) ?? order, number);
    void steps.take([decide], `Order ${order.orderNumber} is shipped.`).then(([shipped]) => shipped !== undefined && write(order.id, ''));
  }

  return (
    <div className={styles.sheet} ref={sheet}>
      <Saying steps={steps} />
      {orders.length === 0 && <Empty title="Nothing to ship">Packed orders wait here for the carrier.</Empty>}
      <ul className={styles.cards} aria-label="Orders to ship">
        {orders.slice(0, SHOWN).map((order) => (
          <li key={order.id} className={styles.card} data-current={order === current}>
            <div className={styles.cardHead}>
              <strong>{order.orderNumber}</strong>
              <span>{addressOf(order)}</span>
            </div>
            <form
              className={styles.ship}
              onSubmit={(event) => {
                event.preventDefault();
                ship(order);
              }}
            >
              <TextInput
                className={styles.grow}
                label="Tracking number"
                aria-label={`Tracking number of order ${order.orderNumber}`}
                description={order === current ? 'Scan the carrier’s label or type the number.' : undefined}
                maxLength={80}
                autoComplete="off"
                value={tracking[order.id] ?? ''}
                onFocus={() => setTouched(order.id)}
                onChange={(event) => write(order.id, event.currentTarget.value)}
              />
              <Button type="submit" size="lg" aria-label={`Mark order ${order.orderNumber} as shipped`} disabled={steps.busy}>
                Mark as shipped
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </div>
  );
}

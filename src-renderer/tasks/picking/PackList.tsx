import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import { Button } from '@mantine/core';
import { useRef } from 'react';
import { packOrder } from '../../../domain/fulfillment/pack-order.ts';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { Empty } from '../../kit/Notice.tsx';
import { useKeepFocus } from '../../kit/use-keep-focus.ts';
import { useScanner } from '../../kit/scanner/use-scanner.ts';
import { unitWords } from '../../kit/order-words.ts';
import styles from './Picking.module.css';
import { Saying } from './Saying.tsx';
import { useSteps } from './use-steps.ts';
import { words } from '../../../texts/words/words.ts';

const SHOWN = 50;

export interface PackListProps {
  readonly orders: readonly FulfillmentOrder[];
  readonly toShip: number;
  readonly onShip: () => void;
}

/** Picked orders, each with what belongs in its box. */
export function PackList({ orders, toShip, onShip }: PackListProps) {
  const steps = useSteps();
  const sheet = useRef<HTMLDivElement>(null);
  useKeepFocus(sheet, steps.busy);
  useScanner((code) => words('picking.packNothingScanned', { code }));
  function pack(order: FulfillmentOrder): void {
    void steps.take(
      [({ reader }) => packOrder(reader.get(fulfillmentOrderDocument, order.id) ?? order)],
      words('picking.isPacked', { number: order.orderNumber }),
    );
  }
  return (
    <div className={styles.sheet} ref={sheet}>
      <Saying steps={steps} />
      {orders.length === 0 && (
        <Empty title={words('picking.nothingToPack')}>
          {toShip > 0 && (
            <Button size="lg" onClick={onShip}>
              {words('picking.shipOrders', { count: toShip })}
            </Button>
          )}
        </Empty>
      )}
      <ul className={styles.cards} aria-label={words('picking.toPack')}>
        {orders.slice(0, SHOWN).map((order) => (
          <li key={order.id} className={styles.card}>
            <div className={styles.cardHead}>
              <strong>{order.orderNumber}</strong>
              <span>{order.customer.name}</span>
            </div>
            <ul className={styles.box}>
              {order.lines
                .filter((line) => line.picked > 0)
                .map((line) => (
                  <li key={line.lineNo}>
                    <strong>{line.picked} ×</strong> {line.name}
                    {line.short > 0 && ` ${words('picking.notFromHere', { units: unitWords(line.short) })}`}
                  </li>
                ))}
            </ul>
            <Button
              size="lg"
              fullWidth
              aria-label={words('picking.packOrder', { number: order.orderNumber })}
              disabled={steps.busy}
              onClick={() => pack(order)}
            >
              {words('picking.packed')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import { Button, NumberInput } from '@mantine/core';
import { useState } from 'react';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { linesToPutBack, putBackGoods, putBackOf } from '../../../domain/fulfillment/put-back.ts';
import { Notice } from '../../kit/Notice.tsx';
import { statusWords } from '../../kit/order-words.ts';
import styles from './Picking.module.css';
import { Saying } from './Saying.tsx';
import { useSteps } from './use-steps.ts';
import { words } from '../../../texts/words/words.ts';

/** Orders that ended with goods in hand. Shown whatever a picker is doing, so that whoever holds the goods is told at once. */
export function PutBackList({ orders }: { readonly orders: readonly FulfillmentOrder[] }) {
  const steps = useSteps();

  function putBack(order: FulfillmentOrder, missing: ReadonlyMap<number, number>): void {
    void steps.take(
      [({ reader }) => putBackGoods(reader.get(fulfillmentOrderDocument, order.id) ?? order, missing)],
      words('picking.isPutBack', { number: order.orderNumber }),
    );
  }

  if (orders.length === 0) return <Saying steps={steps} />;
  return (
    <section aria-label={words('picking.toPutBack')} className={styles.putBack}>
      <Notice tone="warn">{words('picking.endedAfterPick', { count: orders.length })}</Notice>
      <Saying steps={steps} />
      <ul className={styles.rows}>
        {orders.map((order) => (
          <PutBackRow key={order.id} order={order} busy={steps.busy} onDone={(missing) => putBack(order, missing)} />
        ))}
      </ul>
    </section>
  );
}

interface PutBackRowProps {
  readonly order: FulfillmentOrder;
  readonly busy: boolean;
  readonly onDone: (missing: ReadonlyMap<number, number>) => void;
}

function PutBackRow({ order, busy, onDone }: PutBackRowProps) {
  const [counting, setCounting] = useState(false);
  const [back, setBack] = useState<ReadonlyMap<number, number>>(new Map());
  const lines = linesToPutBack(order);
  const { state } = order;
  const from = putBackOf(order)?.stagingLocation ?? order.totes?.join(', ') ?? null;
  const missing = new Map(lines.map((line) => [line.lineNo, line.quantity - (back.get(line.lineNo) ?? line.quantity)]));
  return (
    <li className={styles.row}>
      <div className={styles.grow}>
        <strong>{words('kit.order', { number: order.orderNumber })}</strong> · {statusWords(state)}
        {from !== null && ` · ${words('picking.at', { place: from })}`}
        <ul className={styles.putBackLines}>
          {lines.map((line) => (
            <li key={line.lineNo}>
              {words('picking.quantityOf', {
                quantity: line.quantity,
                name: order.lines.find((one) => one.lineNo === line.lineNo)?.name ?? line.sku,
              })}
              {counting && (
                <NumberInput
                  label={words('picking.unitsPutBack')}
                  min={0}
                  max={line.quantity}
                  allowDecimal={false}
                  value={back.get(line.lineNo) ?? line.quantity}
                  onChange={(value) => setBack(new Map(back).set(line.lineNo, typeof value === 'number' ? value : 0))}
                />
              )}
            </li>
          ))}
        </ul>
      </div>
      {!counting && (
        <Button variant="default" onClick={() => setCounting(true)}>
          {words('picking.someMissing')}
        </Button>
      )}
      <Button loading={busy} onClick={() => onDone(counting ? missing : new Map())}>
        {counting ? words('picking.record') : words('picking.allBack')}
      </Button>
    </li>
  );
}

import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import { Button, NumberInput } from '@mantine/core';
import { useState } from 'react';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { linesToPutBack, putBackGoods, putBackOf } from '../../../domain/fulfillment/put-back.ts';
import type { LeavingLine } from '../../../domain/fulfillment/payloads.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useRegister } from '../../kit/register-context.tsx';
import { useScanner } from '../../kit/scanner/use-scanner.ts';
import { resolveItem } from './resolve-item.ts';
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

interface PutBackScansProps {
  readonly order: FulfillmentOrder;
  readonly lines: readonly LeavingLine[];
  readonly countOf: (line: LeavingLine) => number;
  readonly onOne: (line: LeavingLine, count: number) => void;
}

/** Takes every scan while somebody puts the goods of one order back: each counts one unit. Nothing is recorded by it. */
function PutBackScans({ order, lines, countOf, onOne }: PutBackScansProps) {
  const { catalog } = useRegister();
  useScanner(
    (code) => {
      const item = resolveItem([order], catalog, code);
      if (!item.ok) return item.refusal;
      const own = lines.filter((line) => line.sku === item.value);
      const line = own.find((one) => countOf(one) < one.quantity);
      if (line === undefined) return words(own.length === 0 ? 'picking.notToPutBack' : 'picking.allScannedBack', { code });
      onOne(line, countOf(line) + 1);
      return null;
    },
    { layer: 'dialog' },
  );
  return <p className={styles.grow}>{words('picking.scanBackHint')}</p>;
}

interface PutBackRowProps {
  readonly order: FulfillmentOrder;
  readonly busy: boolean;
  readonly onDone: (missing: ReadonlyMap<number, number>) => void;
}

function PutBackRow({ order, busy, onDone }: PutBackRowProps) {
  const [counting, setCounting] = useState<'scans' | 'missing' | null>(null);
  const [back, setBack] = useState<ReadonlyMap<number, number>>(new Map());
  const lines = linesToPutBack(order);
  const { state } = order;
  const from = putBackOf(order)?.stagingLocation ?? order.totes?.join(', ') ?? null;
  // Who scans begins with nothing; who types says what is missing.
  const countOf = ({ lineNo, quantity }: LeavingLine) => back.get(lineNo) ?? (counting === 'scans' ? 0 : quantity);
  const missing = new Map(lines.map((line) => [line.lineNo, line.quantity - countOf(line)]));
  const gone = [...missing.values()].reduce((sum, units) => sum + units, 0);
  const recordWords = (): string => {
    if (counting === null) return words('picking.allBack');
    return gone === 0 ? words('picking.record') : words('picking.recordMissing', { count: gone });
  };
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
              {counting !== null && (
                <NumberInput
                  label={words('picking.unitsPutBack')}
                  min={0}
                  max={line.quantity}
                  allowDecimal={false}
                  value={countOf(line)}
                  onChange={(value) => setBack(new Map(back).set(line.lineNo, typeof value === 'number' ? value : 0))}
                />
              )}
            </li>
          ))}
        </ul>
      </div>
      {counting === 'scans' && (
        <PutBackScans
          order={order}
          lines={lines}
          countOf={countOf}
          onOne={({ lineNo }, count) => setBack(new Map(back).set(lineNo, count))}
        />
      )}
      {counting === null && (
        <>
          <Button variant="default" onClick={() => setCounting('scans')}>
            {words('picking.scanBack')}
          </Button>
          <Button variant="default" onClick={() => setCounting('missing')}>
            {words('picking.someMissing')}
          </Button>
        </>
      )}
      <Button loading={busy} onClick={() => onDone(counting === null ? new Map() : missing)}>
        {recordWords()}
      </Button>
    </li>
  );
}

import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { shipOrder } from '../../../domain/fulfillment/ship-order.ts';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { carrierHandoverDocument, parcelLabelDocument } from '../../../domain/labels/documents.ts';
import { IconTruck } from '../../kit/icons.ts';
import { Empty } from '../../kit/Notice.tsx';
import { useDocuments, useReader, useRegister } from '../../kit/register-context.tsx';
import type { Decide } from '../../kit/register-services.ts';
import { useKeepFocus } from '../../kit/use-keep-focus.ts';
import { useScanner } from '../../kit/scanner/use-scanner.ts';
import { waitingParcels } from './handover-parcels.ts';
import { HandoverDesk } from './HandoverDesk.tsx';
import styles from './Picking.module.css';
import { Saying } from './Saying.tsx';
import { ShipCard } from './ShipCard.tsx';
import { refuseTracking, scanLabel } from './tracking-number.ts';
import { numbersOf, useLabels } from './use-labels.ts';
import { useSteps } from './use-steps.ts';
import { useTrackingDraft } from './use-tracking-draft.ts';
import { words } from '../../../texts/words/words.ts';

const SHOWN = 50;

/** Packed boxes that wait for the carrier, one by one or, with labels of the carrier, all that its driver takes. */
export function ShipList({ orders }: { readonly orders: readonly FulfillmentOrder[] }) {
  const [isDriverHere, setDriverHere] = useState(false);
  const reader = useReader();
  const waiting = waitingParcels(reader, useDocuments(parcelLabelDocument).values());
  const hasPast = useDocuments(carrierHandoverDocument).size > 0;
  if (isDriverHere) return <HandoverDesk orders={orders} onClose={() => setDriverHere(false)} />;
  return (
    <>
      {(waiting.length > 0 || hasPast) && (
        <Button
          size="lg"
          fullWidth
          variant={waiting.length > 0 ? 'filled' : 'default'}
          leftSection={<IconTruck aria-hidden size={20} />}
          onClick={() => setDriverHere(true)}
        >
          {waiting.length > 0 ? words('parcels.open', { count: waiting.length }) : words('parcels.past')}
        </Button>
      )}
      <Boxes orders={orders} />
    </>
  );
}

/** Packed boxes. A scanned label goes to the box that is marked: the one that was touched last. */
function Boxes({ orders }: { readonly orders: readonly FulfillmentOrder[] }) {
  const steps = useSteps();
  const sheet = useRef<HTMLDivElement>(null);
  useKeepFocus(sheet, steps.busy);
  const [tracking, write] = useTrackingDraft();
  const [touched, setTouched] = useState<string | null>(null);
  const { catalog } = useRegister();
  const all = useDocuments(fulfillmentOrderDocument);
  const current = orders.find((order) => order.id === touched) ?? orders[0];
  const first = orders.slice(0, SHOWN);
  const shown = current === undefined || first.includes(current) ? first : [current, ...first];
  const labelled = useLabels();
  const labels = new Map([...labelled].map(([id, those]) => [id, numbersOf(those)]));
  const numberOf = (order: FulfillmentOrder) => tracking[order.id] ?? labels.get(order.id)?.[0] ?? '';
  const context = { catalog, orders: all, entered: tracking, labels };
  useScanner((code) => {
    const scan = scanLabel(code, current, orders, context);
    if (scan.kind === 'refuse') return scan.sentence;
    steps.clearMessage();
    setTouched(scan.id);
    if (scan.kind === 'fill') write(scan.id, scan.number);
    return null;
  });

  function ship(order: FulfillmentOrder, isOtherCarriers: boolean): void {
    const number = numberOf(order);
    const parcelIds = (labelled.get(order.id) ?? []).filter((label) => label.state === 'have').map((label) => label.parcelId);
    const refusal = number.trim() === '' ? null : refuseTracking(number, order, context);
    if (refusal !== null) return steps.say('bad', refusal);
    const decide: Decide = ({ reader }) =>
      shipOrder(reader.get(fulfillmentOrderDocument, order.id) ?? order, number, isOtherCarriers, parcelIds);
    void steps
      .take([decide], words('picking.isShipped', { number: order.orderNumber }))
      .then(([shipped]) => shipped !== undefined && write(order.id, ''));
  }

  return (
    <div className={styles.sheet} ref={sheet}>
      <Saying steps={steps} />
      {orders.length === 0 && <Empty title={words('picking.nothingToShip')}>{words('picking.nothingToShipText')}</Empty>}
      <ul className={styles.cards} aria-label={words('picking.toShip')}>
        {shown.map((order) => (
          <ShipCard
            key={order.id}
            order={order}
            current={order === current}
            labels={labelled.get(order.id) ?? []}
            tracking={numberOf(order)}
            busy={steps.busy}
            onTouch={() => setTouched(order.id)}
            onTracking={(text) => write(order.id, text)}
            onShip={(isOtherCarriers) => ship(order, isOtherCarriers)}
          />
        ))}
      </ul>
    </div>
  );
}

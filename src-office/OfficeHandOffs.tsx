import { Button } from '@mantine/core';
import { useCallback, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { HandOffItem, HandOffRequest } from '../domain/office/office-protocol.ts';
import { formatMoment } from '../texts/say/format-time.ts';
import { Empty, Notice } from '../src-renderer/kit/Notice.tsx';
import { rejectReasonWords, statusWords } from '../src-renderer/kit/order-words.ts';
import { ReasonDialog } from '../src-renderer/kit/ReasonDialog.tsx';
import { type EnteredTracking, isConfirmed, TrackingField } from '../src-renderer/kit/TrackingField.tsx';
import { useOffice } from './base/office-context.tsx';
import styles from './base/Office.module.css';
import { usePaged } from '../src-renderer/kit/use-paged.ts';
import { useTask } from './base/use-task.ts';
import { words } from '../texts/words/words.ts';

const LOOK_AGAIN_MS = 10_000;
type Action = HandOffRequest['action'];

/** Orders at locations where no register works, such as a warehouse: tell the location, and record here what it did. */
export function OfficeHandOffs() {
  const { client, explain, refresh } = useOffice();
  const load = useCallback((after?: string) => client.handOffs(after === undefined ? {} : { after }), [client]);
  const list = usePaged(load, explain, LOOK_AGAIN_MS);
  const { busy, said, run } = useTask();
  const [rejecting, setRejecting] = useState<HandOffItem | null>(null);
  // One id for one action, however often it is sent; another action gets another.
  const asked = useRef<{ readonly text: string; readonly operationId: string } | null>(null);

  function act(item: HandOffItem, action: Action): void {
    const text = JSON.stringify([item.order.id, action]);
    if (asked.current?.text !== text) asked.current = { text, operationId: uuidv7() };
    const { operationId } = asked.current;
    void run(async () => {
      await client.handOff({ operationId, fulfillmentOrderId: item.order.id, action });
      list.reload();
      refresh();
      return { tone: 'good', text: words(`office.done.${action.kind}`, { number: item.order.orderNumber }) };
    });
  }

  return (
    <>
      <div className={styles.head}>
        <h1 className={styles.title}>{words('office.handOffs')}</h1>
      </div>
      <p className={styles.quiet}>{words('office.handOffsText')}</p>
      {list.trouble !== null && <Notice tone="bad">{list.trouble}</Notice>}
      {said !== null && <Notice tone={said.tone}>{said.text}</Notice>}
      {list.items?.length === 0 && <Empty title={words('office.nothingWaits')}>{words('office.nothingWaitsText')}</Empty>}
      <ul className={styles.handOffs} aria-label={words('office.handOffs')}>
        {list.items?.map((item) => (
          <HandOffRow
            key={item.order.id}
            item={item}
            busy={busy}
            onAct={(action) => act(item, action)}
            onReject={() => setRejecting(item)}
          />
        ))}
      </ul>
      {list.hasMore && (
        <Button variant="default" onClick={list.more}>
          {words('office.showMore')}
        </Button>
      )}
      <ReasonDialog
        question={
          rejecting && {
            title: words('picking.rejectOrderAsk', { number: rejecting.order.orderNumber }),
            explanation: words('office.rejectText', { location: rejecting.locationName }),
          }
        }
        reasons={rejectReasonWords()}
        onChoose={(reason) => {
          if (rejecting !== null) act(rejecting, { kind: 'rejected', reason });
          setRejecting(null);
        }}
        onClose={() => setRejecting(null)}
      />
    </>
  );
}

function placedWords({ placedAt, customer, shipTo }: HandOffItem['order'], timezone: string): string {
  const moment = formatMoment(placedAt, timezone);
  if (shipTo === null) return words('office.placed', { moment, name: customer.name });
  const parts = [shipTo.line1, shipTo.postalCode, shipTo.city, shipTo.region, shipTo.country];
  return words('office.placedTo', { moment, name: customer.name, address: parts.filter((part) => part !== '').join(', ') });
}

interface HandOffRowProps {
  readonly item: HandOffItem;
  readonly busy: boolean;
  readonly onAct: (action: Action) => void;
  readonly onReject: () => void;
}

function HandOffRow({ item: { order, locationName, timezone }, busy, onAct, onReject }: HandOffRowProps) {
  const [tracking, setTracking] = useState<EnteredTracking>({ number: '', confirmed: null });
  const waits = order.state.status === 'open' || order.state.status === 'acknowledged';
  const steps = (
    <>
      <Button type="submit" disabled={busy || (order.kind === 'ship' && tracking.number.trim() === '')}>
        {order.kind === 'ship' ? words('office.shipped') : words('office.handedOver')}
      </Button>
      {waits && (
        <Button variant="default" disabled={busy} onClick={() => onAct({ kind: 'acknowledged' })}>
          {words('office.worksOnIt')}
        </Button>
      )}
      <Button variant="subtle" color="red" disabled={busy} onClick={onReject}>
        {words('picking.reject')}
      </Button>
    </>
  );
  return (
    <li className={styles.handOff}>
      <div>
        <strong>{words('kit.order', { number: order.orderNumber })}</strong> · {locationName} · {statusWords(order.state)}
        <div className={styles.quiet}>{placedWords(order, timezone)}</div>
        <ul>
          {order.lines
            .filter((line) => line.quantity > line.short)
            .map((line) => (
              <li key={line.lineNo}>
                {words('picking.quantityOf', { quantity: line.quantity - line.short, name: line.name })}{' '}
                <span className={styles.quiet}>{line.sku}</span>
              </li>
            ))}
        </ul>
      </div>
      <form
        className={styles.handOffSteps}
        onSubmit={(event) => {
          event.preventDefault();
          if (order.kind === 'pickup') return onAct({ kind: 'handed_over' });
          onAct({ kind: 'shipped', trackingNumber: tracking.number, isOtherCarriers: isConfirmed(tracking) });
        }}
      >
        {order.kind === 'ship' ? (
          <TrackingField
            label={words('picking.trackingOf', { number: order.orderNumber })}
            entered={tracking}
            onChange={setTracking}
            action={steps}
          />
        ) : (
          steps
        )}
      </form>
    </li>
  );
}

import { Button } from '@mantine/core';
import { useState } from 'react';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useSlipHead } from '../../kit/paper/use-slip-head.ts';
import { useScanner } from '../../kit/scanner/use-scanner.ts';
import { words } from '../../../texts/words/words.ts';
import { CodeField } from './CodeField.tsx';
import { PackLines } from './PackLines.tsx';
import { PaperDialog } from './PaperDialog.tsx';
import { ParcelForm } from './ParcelForm.tsx';
import { packingSlip } from './picking-paper.ts';
import styles from './PackDesk.module.css';
import { RateChoice } from './RateChoice.tsx';
import { Saying } from './Saying.tsx';
import { ToteTile } from './ToteTile.tsx';
import { type PackingOptions, usePacking } from './use-packing.ts';

export interface PackDeskProps extends PackingOptions {
  /** Of its tote; null where it lies in none. */
  readonly letter: string | null;
  /** Other orders in the same tote. */
  readonly mixedWith: readonly FulfillmentOrder[];
}

/** The packing desk for one order. */
export function PackDesk(props: PackDeskProps) {
  const { order, letter, mixedWith, onDraft, steps, onClose } = props;
  const { draft, parcels, missing, scan, pack } = usePacking(props);
  const topAt = useSlipHead();
  const [slipAt, setSlipAt] = useState<string | null>(null);
  useScanner(scan);
  return (
    <article className={styles.desk} aria-label={words('kit.order', { number: order.orderNumber })}>
      <div className={styles.head}>
        <Button variant="default" onClick={onClose}>
          {words('picking.allToPack')}
        </Button>
        <ToteTile letter={letter} />
        <span className={styles.grow}>
          <bdi>
            <strong>{order.orderNumber}</strong>
          </bdi>{' '}
          · <bdi>{order.customer.name}</bdi>
          {order.totes !== undefined && ` · ${words('picking.inTotes', { codes: order.totes.join(', ') })}`}
        </span>
        <Button variant="default" onClick={() => setSlipAt(new Date().toISOString())}>
          {words('picking.slip')}
        </Button>
      </div>
      {slipAt !== null && <PaperDialog paper={packingSlip(order, parcels, topAt(slipAt))} onClose={() => setSlipAt(null)} />}
      <Saying steps={steps} />
      {order.giftMessage !== undefined && order.giftMessage !== '' && (
        <Notice tone="info">
          {words('picking.isGift')} <q dir="auto">{order.giftMessage}</q>
        </Notice>
      )}
      {mixedWith.length > 0 && (
        <Notice tone="warn">{words('picking.mixedTote', { numbers: mixedWith.map((other) => other.orderNumber).join(', ') })}</Notice>
      )}
      <div className={styles.columns}>
        <PackLines order={order} draft={draft} onDraft={onDraft} />
        <div className={styles.side}>
          <ParcelForm order={order} draft={draft} onDraft={onDraft} />
          <RateChoice order={order} draft={draft} onDraft={onDraft} />
        </div>
      </div>
      <CodeField
        label={words('picking.scanToParcel')}
        action={words('picking.putIn')}
        onCode={(code) => {
          const refusal = scan(code);
          if (refusal !== null) steps.say('bad', refusal);
        }}
      />
      <div className={styles.foot}>
        {missing !== null && <p>{missing}</p>}
        <Button size="lg" fullWidth disabled={missing !== null} loading={steps.busy} onClick={() => void pack()}>
          {words('picking.packedIn', { count: parcels.length })}
        </Button>
      </div>
    </article>
  );
}

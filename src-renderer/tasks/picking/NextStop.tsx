import { Button, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { unitWords } from '../../kit/order-words.ts';
import { ProductTile } from '../../kit/ProductTile.tsx';
import { useRegister } from '../../kit/register-context.tsx';
import styles from './Picking.module.css';
import type { WaveStop } from './wave-list.ts';
import { words } from '../../../texts/words/words.ts';

export interface NextStopProps {
  readonly stop: WaveStop;
  readonly busy: boolean;
  /** Picks several of those that are left; null where each goes into its tote. */
  readonly onPick: ((count: number) => void) | null;
  readonly onMissing: () => void;
}

/** Where to go now and what to take, to be read at arm's length. */
export function NextStop({ stop, busy, onPick, onMissing }: NextStopProps) {
  const { catalog } = useRegister();
  const [typed, setTyped] = useState<number | null>(null);
  // While somebody typed, a colleague may have picked some of them.
  const count = Math.max(1, Math.min(typed ?? stop.toPick, stop.toPick));
  const open = stop.orders.filter((order) => order.toPick > 0);
  return (
    <section className={styles.next} aria-label={words('picking.next')}>
      <div className={styles.nextBin}>{stop.bin ?? words('picking.noBin')}</div>
      <div className={styles.nextGoods}>
        <ProductTile name={stop.name} category={catalog.product(stop.sku)?.category} sku={stop.sku} size={96} />
        <div className={styles.nextWhat}>
          <strong className={styles.nextName}>{stop.name}</strong>
          <span>
            <bdi>{stop.sku}</bdi>
            {stop.gtin !== null && ` · ${stop.gtin.replace(/^0/, '')}`}
          </span>
          <span>{words('picking.forOrders', { orders: open.map((order) => `${order.orderNumber} (${order.toPick})`).join(', ') })}</span>
        </div>
      </div>
      <div className={styles.nextCount} aria-label={words('picking.take', { units: unitWords(stop.toPick) })}>
        <span className={styles.nextNumber}>{stop.toPick}</span>
        <span>{words('picking.toTake')}</span>
      </div>
      <div className={styles.nextActions}>
        {/* One unit has to be scanned first: that proves it is the right article. */}
        {onPick !== null && stop.picked > 0 && stop.toPick > 1 && (
          <>
            <NumberInput
              className={styles.nextQuantity}
              aria-label={words('picking.howMany', { most: stop.toPick })}
              min={1}
              max={stop.toPick}
              clampBehavior="strict"
              allowDecimal={false}
              hideControls
              value={count}
              onChange={(value) => setTyped(typeof value === 'number' ? value : null)}
            />
            <Button
              onClick={() => {
                setTyped(null);
                onPick(count);
              }}
              disabled={busy}
            >
              {count === stop.toPick ? words('picking.pickRest', { count }) : words('picking.pickSome', { count })}
            </Button>
          </>
        )}
        <Button variant="default" onClick={onMissing} disabled={busy}>
          {words('picking.short')}
        </Button>
      </div>
    </section>
  );
}

import { Button } from '@mantine/core';
import { unitWords } from '../../kit/order-words.ts';
import styles from './Picking.module.css';
import type { WaveStop } from './wave-list.ts';

export interface NextStopProps {
  readonly stop: WaveStop;
  readonly busy: boolean;
  readonly onPickRest: () => void;
  readonly onMissing: () => void;
}

/** Where to go now and what to take, to be read at arm's length. */
export function NextStop({ stop, busy, onPickRest, onMissing }: NextStopProps) {
  const open = stop.orders.filter((order) => order.toPick > 0);
  return (
    <section className={styles.next} aria-label="Next item">
      <div className={styles.nextBin}>{stop.bin ?? 'No bin'}</div>
      <div className={styles.nextWhat}>
        <strong className={styles.nextName}>{stop.name}</strong>
        <span>
          {stop.sku}
          {stop.gtin !== null && ` · ${stop.gtin.replace(/^0/, '')}`}
        </span>
        <span>For {open.map((order) => `${order.orderNumber} (${order.toPick})`).join(', ')}</span>
      </div>
      <div className={styles.nextCount} aria-label={`Take ${unitWords(stop.toPick)}`}>
        <span className={styles.nextNumber}>{stop.toPick}</span>
        <span>to take</span>
      </div>
      <div className={styles.nextActions}>
        {/* One unit has to be scanned first: that proves it is the right article. */}
        {stop.picked > 0 && stop.toPick > 1 && (
          <Button onClick={onPickRest} disabled={busy}>
            Pick the other {stop.toPick}
          </Button>
        )}
        <Button variant="default" onClick={onMissing} disabled={busy}>
          Short pick
        </Button>
      </div>
    </section>
  );
}

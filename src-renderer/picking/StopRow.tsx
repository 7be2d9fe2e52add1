import { memo } from 'react';
import { unitWords } from './order-words.ts';
import styles from './Picking.module.css';
import type { WaveStop } from './wave-list.ts';

export interface StopRowProps {
  readonly stop: WaveStop;
  readonly next: boolean;
  readonly onMissing: (stop: WaveStop) => void;
}

function standing(stop: WaveStop): string {
  const parts = stop.picked > 0 || stop.toPick === 0 ? [`${stop.picked} of ${stop.quantity} picked`] : [unitWords(stop.quantity)];
  if (stop.short > 0) parts.push(`${stop.short} missing`);
  return parts.join(', ');
}

/** One stop of the wave. */
export const StopRow = memo(
  function StopRow({ stop, next, onMissing }: StopRowProps) {
    const done = stop.toPick === 0;
    return (
      <li className={styles.stop} data-done={done} aria-current={next ? 'step' : undefined}>
        <span className={styles.bin}>{stop.bin ?? 'No bin'}</span>
        <span className={styles.stopWhat}>
          <span className={styles.stopName}>{stop.name}</span>
          <span>{standing(stop)}</span>
        </span>
        {!done && !next && (
          <button type="button" className={styles.small} aria-label={`Short pick ${stop.name}`} onClick={() => onMissing(stop)}>
            Short
          </button>
        )}
        {done && <span className={styles.tick}>Done</span>}
      </li>
    );
  },
  (before, after) => before.next === after.next && before.onMissing === after.onMissing && before.stop.toPick === after.stop.toPick && before.stop.picked === after.stop.picked && before.stop.sku === after.stop.sku && before.stop.quantity === after.stop.quantity && before.stop.bin === after.stop.bin,
);

import { Button } from '@mantine/core';
import { unitWords } from '../../kit/order-words.ts';
import styles from './Picking.module.css';
import { unitsOf, type Wave, type WaveDraft } from './ship-orders.ts';

export interface WaveRowsProps {
  readonly waves: readonly Wave[];
  /** Whose wave it is, in words. */
  readonly ownerOf: (waveId: string) => string;
  readonly onWork: (draft: WaveDraft) => void;
}

function whatIsLeft(orders: Wave['orders']): string {
  return `${orders.length} ${orders.length === 1 ? 'order' : 'orders'}, ${unitWords(unitsOf(orders))} left`;
}

/** The waves that are under way, each to go on with. */
export function WaveRows({ waves, ownerOf, onWork }: WaveRowsProps) {
  if (waves.length === 0) return null;
  return (
    <section aria-label="Waves under way" className={styles.rows}>
      {waves.map(({ waveId, orders }) => (
        <div key={waveId} className={styles.row}>
          <span className={styles.grow}>
            <strong>{ownerOf(waveId)}</strong>: {whatIsLeft(orders)}
          </span>
          <Button
            variant="default"
            aria-label={`Continue: ${ownerOf(waveId)}`}
            onClick={() => onWork({ waveId, orderIds: orders.map((order) => order.id) })}
          >
            Continue
          </Button>
        </div>
      ))}
    </section>
  );
}

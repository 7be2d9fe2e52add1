import { Button } from '@mantine/core';
import { orderWords, unitWords } from '../../kit/order-words.ts';
import styles from './Picking.module.css';
import { unitsOf, type Wave, type WaveDraft } from './ship-orders.ts';
import { words } from '../../../texts/words/words.ts';

export interface WaveRowsProps {
  readonly waves: readonly Wave[];
  /** Whose wave it is, in words. */
  readonly ownerOf: (waveId: string) => string;
  readonly onWork: (draft: WaveDraft) => void;
}

function whatIsLeft(orders: Wave['orders']): string {
  return words('picking.left', { orders: orderWords(orders.length), units: unitWords(unitsOf(orders)) });
}

/** The waves that are under way, each to go on with. */
export function WaveRows({ waves, ownerOf, onWork }: WaveRowsProps) {
  if (waves.length === 0) return null;
  return (
    <section aria-label={words('picking.underWay')} className={styles.rows}>
      {waves.map(({ waveId, orders }) => (
        <div key={waveId} className={styles.row}>
          <span className={styles.grow}>
            <strong>{ownerOf(waveId)}</strong>: {whatIsLeft(orders)}
          </span>
          <Button
            variant="default"
            aria-label={words('picking.continueOf', { owner: ownerOf(waveId) })}
            onClick={() => onWork({ waveId, orderIds: orders.map((order) => order.id) })}
          >
            {words('picking.continue')}
          </Button>
        </div>
      ))}
    </section>
  );
}

import { Button } from '@mantine/core';
import { orderWords, unitWords } from '../../kit/order-words.ts';
import styles from './Picking.module.css';
import { type OpenWave, unitsOf } from './ship-orders.ts';
import { words } from '../../../texts/words/words.ts';

export interface WaveRowsProps {
  readonly waves: readonly OpenWave[];
  /** Whose wave it is, in words. */
  readonly ownerOf: (waveId: string) => string;
  readonly onWork: (wave: OpenWave) => void;
}

function whatIsLeft(orders: OpenWave['orders']): string {
  return words('picking.left', { orders: orderWords(orders.length), units: unitWords(unitsOf(orders)) });
}

/** The waves that are under way, each to go on with. */
export function WaveRows({ waves, ownerOf, onWork }: WaveRowsProps) {
  if (waves.length === 0) return null;
  return (
    <section aria-label={words('picking.underWay')} className={styles.rows}>
      {waves.map((wave) => (
        <div key={wave.waveId} className={styles.row}>
          <span className={styles.grow}>
            <strong>{ownerOf(wave.waveId)}</strong>: {whatIsLeft(wave.orders)}
          </span>
          <Button variant="default" aria-label={words('picking.continueOf', { owner: ownerOf(wave.waveId) })} onClick={() => onWork(wave)}>
            {words('picking.continue')}
          </Button>
        </div>
      ))}
    </section>
  );
}

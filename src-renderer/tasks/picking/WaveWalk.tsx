import { Button, Progress } from '@mantine/core';
import { useState } from 'react';
import { unitWords } from '../../kit/order-words.ts';
import { useSlipHead } from '../../kit/paper/use-slip-head.ts';
import { PaperDialog } from './PaperDialog.tsx';
import { pickList } from './picking-paper.ts';
import styles from './Picking.module.css';
import { StopRow } from './StopRow.tsx';
import { waveProgress, type WaveStop } from './wave-list.ts';
import { words } from '../../../texts/words/words.ts';

export interface WaveProgressProps {
  readonly stops: readonly WaveStop[];
  /** The letter or the tote of an order, for the list on paper; empty where it has none. */
  readonly toteOf: (fulfillmentOrderId: string) => string;
  readonly onRelease: () => void;
}

/** How much of a wave is done. */
export function WaveProgress({ stops, toteOf, onRelease }: WaveProgressProps) {
  const topAt = useSlipHead();
  const [listAt, setListAt] = useState<string | null>(null);
  const { quantity, toPick, short } = waveProgress(stops);
  const done = quantity - toPick;
  return (
    <div className={styles.progress}>
      <div className={styles.bar}>
        <strong className={styles.grow}>
          {short > 0
            ? words('picking.doneOfMissing', { done, units: unitWords(quantity), short })
            : words('picking.doneOf', { done, units: unitWords(quantity) })}
        </strong>
        <Button variant="subtle" onClick={() => setListAt(new Date().toISOString())}>
          {words('picking.pickList')}
        </Button>
        <Button variant="subtle" onClick={onRelease}>
          {words('picking.release')}
        </Button>
      </div>
      {listAt !== null && <PaperDialog paper={pickList(stops, toteOf, topAt(listAt))} onClose={() => setListAt(null)} />}
      <Progress value={(done / quantity) * 100} size="xl" aria-label={words('picking.progress', { done, units: unitWords(quantity) })} />
    </div>
  );
}

export interface WaveWalkProps {
  readonly stops: readonly WaveStop[];
  /** The stop to go to now. */
  readonly next: WaveStop;
  readonly onMissing: (stop: WaveStop) => void;
  /** Takes one unit back to the shelf. */
  readonly onTakeBack: (stop: WaveStop) => void;
}

/** The stops of a wave in bin order, and below them those that are done. */
export function WaveWalk({ stops, next, onMissing, onTakeBack }: WaveWalkProps) {
  const finished = stops.filter((stop) => stop.toPick === 0);
  return (
    <div className={styles.walk}>
      <ol className={styles.stops} aria-label={words('picking.binOrder')}>
        {stops
          .filter((stop) => stop.toPick > 0)
          .map((stop) => (
            <StopRow key={stop.sku} stop={stop} next={stop === next} onMissing={onMissing} onTakeBack={onTakeBack} />
          ))}
      </ol>
      {finished.length > 0 && (
        <ul className={styles.stops} aria-label={words('picking.done')}>
          {finished.map((stop) => (
            <StopRow key={stop.sku} stop={stop} next={false} onMissing={onMissing} onTakeBack={onTakeBack} />
          ))}
        </ul>
      )}
    </div>
  );
}

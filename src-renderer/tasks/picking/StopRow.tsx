import { memo } from 'react';
import { unitWords } from '../../kit/order-words.ts';
import { ProductTile } from '../../kit/ProductTile.tsx';
import { useRegister } from '../../kit/register-context.tsx';
import styles from './Picking.module.css';
import type { WaveStop } from './wave-list.ts';
import { words } from '../../../texts/words/words.ts';
import { useWords } from '../../words/use-words.ts';

export interface StopRowProps {
  readonly stop: WaveStop;
  readonly next: boolean;
  readonly onMissing: (stop: WaveStop) => void;
  readonly onTakeBack: (stop: WaveStop) => void;
}

function standing(stop: WaveStop): string {
  const isPicked = stop.picked > 0 || stop.toPick === 0;
  const picked = isPicked ? words('picking.pickedOf', { picked: stop.picked, quantity: stop.quantity }) : unitWords(stop.quantity);
  const parts = stop.quantity > 0 ? [picked] : [];
  if (stop.replaced > 0) parts.push(words('picking.replaced', { count: stop.replaced }));
  if (stop.short > 0) parts.push(words('picking.missing', { count: stop.short }));
  return parts.join(', ');
}

/** Whether two states of a stop are painted alike: a scan changes one row, so the others are left alone. */
function looksAlike(a: WaveStop, b: WaveStop): boolean {
  return (
    a.sku === b.sku &&
    a.bin === b.bin &&
    a.quantity === b.quantity &&
    a.picked === b.picked &&
    a.short === b.short &&
    a.replaced === b.replaced &&
    a.toPick === b.toPick &&
    a.orders.length === b.orders.length
  );
}

/** One stop of the wave. */
export const StopRow = memo(
  function StopRow({ stop, next, onMissing, onTakeBack }: StopRowProps) {
    useWords();
    const { catalog } = useRegister();
    const done = stop.toPick === 0;
    return (
      <li className={styles.stop} data-done={done} aria-current={next ? 'step' : undefined}>
        <span className={styles.bin}>{stop.bin ?? words('picking.noBin')}</span>
        <ProductTile name={stop.name} category={catalog.product(stop.sku)?.category} sku={stop.sku} />
        <span className={styles.stopWhat}>
          <span className={styles.stopName} dir="auto">
            {stop.name}
          </span>
          <span className={styles.stopName}>
            {words('picking.standing', { standing: standing(stop), orders: stop.orders.map((order) => order.orderNumber).join(', ') })}
          </span>
        </span>
        {stop.picked > 0 && (
          <button
            type="button"
            className={styles.small}
            aria-label={words('picking.takeBackOf', { name: stop.name })}
            onClick={() => onTakeBack(stop)}
          >
            {words('picking.takeBack')}
          </button>
        )}
        {!done && !next && (
          <button
            type="button"
            className={styles.small}
            aria-label={words('picking.shortOf', { name: stop.name })}
            onClick={() => onMissing(stop)}
          >
            {words('picking.short')}
          </button>
        )}
        {done && <span className={styles.tick}>{words('picking.done')}</span>}
      </li>
    );
  },
  (before, after) =>
    before.next === after.next &&
    before.onMissing === after.onMissing &&
    before.onTakeBack === after.onTakeBack &&
    looksAlike(before.stop, after.stop),
);

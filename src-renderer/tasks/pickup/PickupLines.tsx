import { Button } from '@mantine/core';
import { type FulfillmentLine, type FulfillmentOrder, hasEnded } from '../../../domain/fulfillment/fulfillment-order.ts';
import { unitsToPick } from '../../../domain/fulfillment/fulfillment-order.ts';
import { useRegister, useView } from '../../kit/register-context.tsx';
import { compareBins } from '../picking/wave-list.ts';
import styles from './Pickup.module.css';

export interface PickupLinesProps {
  readonly order: FulfillmentOrder;
  readonly busy: boolean;
  readonly onPick: (line: FulfillmentLine, quantity: number) => void;
  readonly onMissing: (line: FulfillmentLine) => void;
}

function standing(line: FulfillmentLine): string {
  const short = line.short > 0 ? `, ${line.short} missing` : '';
  return `${line.picked} of ${line.quantity} picked${short}`;
}

/** The lines of a pickup in bin order, each with what is left to pick. */
export function PickupLines({ order, busy, onPick, onMissing }: PickupLinesProps) {
  const { stockOf } = useRegister();
  useView((view) => view.stockVersion);
  const lines = order.lines
    .map((line) => ({ line, bin: stockOf(line.sku)?.bin ?? null }))
    .sort((a, b) => compareBins(a.bin, b.bin) || a.line.lineNo - b.line.lineNo);
  return (
    <ul className={styles.lines} aria-label="Items">
      {lines.map(({ line, bin }) => {
        const left = hasEnded(order) ? 0 : unitsToPick(line);
        return (
          <li key={line.lineNo} className={styles.line} data-done={left === 0} data-short={line.short > 0}>
            <span className={styles.bin}>{bin ?? 'No bin'}</span>
            <span className={styles.what}>
              <strong>{line.name}</strong>
              <span>{line.sku}</span>
            </span>
            <span className={styles.standing}>{standing(line)}</span>
            {left > 0 && (
              <span className={styles.lineActions}>
                <Button variant="default" aria-label={`Pick one ${line.name}`} disabled={busy} onClick={() => onPick(line, 1)}>
                  Pick one
                </Button>
                {left > 1 && (
                  <Button variant="default" aria-label={`Pick all ${left} ${line.name}`} disabled={busy} onClick={() => onPick(line, left)}>
                    All {left}
                  </Button>
                )}
                <Button variant="subtle" aria-label={`Short pick ${line.name}`} disabled={busy} onClick={() => onMissing(line)}>
                  Short pick
                </Button>
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

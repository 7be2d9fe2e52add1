import { Button } from '@mantine/core';
import { type FulfillmentLine, type FulfillmentOrder, hasEnded } from '../../../domain/fulfillment/fulfillment-order.ts';
import { unitsToPick } from '../../../domain/fulfillment/fulfillment-order.ts';
import { useRegister, useView } from '../../kit/register-context.tsx';
import { replacedUnits } from '../../../domain/fulfillment/substitute.ts';
import { Instead } from '../../kit/Instead.tsx';
import { compareBins } from '../picking/wave-list.ts';
import type { Stays } from './not-taken.ts';
import styles from './Pickup.module.css';
import { TakenChoice } from './TakenChoice.tsx';
import { words } from '../../../texts/words/words.ts';

export interface PickupLinesProps {
  readonly order: FulfillmentOrder;
  readonly busy: boolean;
  readonly onPick: (line: FulfillmentLine, quantity: number) => void;
  readonly onMissing: (line: FulfillmentLine) => void;
  /** What the customer does not take of what is handed over now; null before. */
  readonly stays: Stays | null;
  readonly onStays: (stays: Stays) => void;
}

function standing(order: FulfillmentOrder, line: FulfillmentLine): string {
  const { state } = order;
  const { picked, quantity, short, refused = 0, damaged = 0 } = line;
  if (refused + damaged > 0) {
    const parts = [words('pickup.standingTaken', { picked, quantity })];
    if (refused > 0) parts.push(words('pickup.standingRefused', { refused }));
    if (damaged > 0) parts.push(words('pickup.standingDamaged', { damaged }));
    return parts.join(' · ');
  }
  if (state.status === 'expired') return words('pickup.notFetched', { picked, quantity });
  const replaced = replacedUnits(order, line);
  const missing = short - replaced;
  const parts = [
    missing > 0 ? words('pickup.standingShort', { picked, quantity, short: missing }) : words('pickup.standing', { picked, quantity }),
  ];
  if (replaced > 0) parts.push(words('picking.replaced', { count: replaced }));
  return parts.join(' · ');
}

/** The lines of a pickup in bin order, each with what is left to pick. */
export function PickupLines({ order, busy, onPick, onMissing, stays, onStays }: PickupLinesProps) {
  const { stockOf } = useRegister();
  useView((view) => view.stockVersion);
  const lines = order.lines
    .map((line) => ({ line, bin: stockOf(line.sku)?.bin ?? null }))
    .sort((a, b) => compareBins(a.bin, b.bin) || a.line.lineNo - b.line.lineNo);
  return (
    <ul className={styles.lines} aria-label={words('pickup.items')}>
      {lines.map(({ line, bin }) => {
        const left = hasEnded(order) ? 0 : unitsToPick(line);
        return (
          <li key={line.lineNo} className={styles.line} data-done={left === 0} data-short={line.short > 0}>
            <span className={styles.bin}>{bin ?? words('picking.noBin')}</span>
            <span className={styles.what}>
              <strong>{line.name}</strong>
              <bdi>{line.sku}</bdi>
              <Instead order={order} line={line} />
            </span>
            <span className={styles.standing}>{standing(order, line)}</span>
            {stays !== null && line.picked > 0 && (
              <span className={styles.lineActions}>
                <TakenChoice line={line} stays={stays} onChange={onStays} />
              </span>
            )}
            {left > 0 && (
              <span className={styles.lineActions}>
                <Button
                  variant="default"
                  aria-label={words('pickup.pickOneOf', { name: line.name })}
                  disabled={busy}
                  onClick={() => onPick(line, 1)}
                >
                  {words('pickup.pickOne')}
                </Button>
                {left > 1 && (
                  <Button
                    variant="default"
                    aria-label={words('pickup.pickAllOf', { left, name: line.name })}
                    disabled={busy}
                    onClick={() => onPick(line, left)}
                  >
                    {words('pickup.pickAll', { left })}
                  </Button>
                )}
                <Button
                  variant="subtle"
                  aria-label={words('picking.shortOf', { name: line.name })}
                  disabled={busy}
                  onClick={() => onMissing(line)}
                >
                  {words('picking.short')}
                </Button>
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

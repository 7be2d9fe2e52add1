import { Button, NumberInput } from '@mantine/core';
import styles from './Totes.module.css';
import { ToteTile } from './ToteTile.tsx';
import type { ToteSteps } from './use-tote-steps.ts';
import { words } from '../../../texts/words/words.ts';

export interface HeldGoodsProps {
  readonly steps: ToteSteps;
  /** Of its order in the wave. */
  readonly letter: string | null;
}

/** What a picker has in hand, how many, and the tote that is to be scanned now. */
export function HeldGoods({ steps, letter }: HeldGoodsProps) {
  const { held } = steps;
  if (held === null) return null;
  return (
    <section className={styles.held} aria-label={words('picking.inHand')}>
      <div className={styles.heldHead}>
        <ToteTile letter={letter} />
        <span>
          <strong>{words('picking.quantityOf', { quantity: held.quantity, name: held.name })}</strong>
          <br />
          {words('kit.order', { number: held.orderNumber })}
        </span>
      </div>
      <output className={styles.where}>
        {held.tote === null ? words('picking.scanEmptyTote') : words('picking.scanTote', { code: held.tote })}
      </output>
      <div className={styles.heldActions}>
        {held.most > 1 && (
          <NumberInput
            label={words('picking.howMany', { most: held.most })}
            size="lg"
            min={1}
            max={held.most}
            clampBehavior="strict"
            allowDecimal={false}
            hideControls
            value={held.quantity}
            onChange={(value) => typeof value === 'number' && steps.setQuantity(value)}
          />
        )}
        <Button variant="default" size="lg" onClick={steps.putBack}>
          {words('picking.putItBack')}
        </Button>
      </div>
    </section>
  );
}

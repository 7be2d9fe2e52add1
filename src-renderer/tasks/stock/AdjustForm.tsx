import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ADJUST_REASONS, type AdjustReason, adjustStock } from '../../../domain/stock/adjust-stock.ts';
import type { Product } from '../../../domain/catalog/product.ts';
import { words } from '../../../texts/words/words.ts';
import { DoubtDialog } from '../../kit/DoubtDialog.tsx';
import { Saying } from '../picking/Saying.tsx';
import { useSteps } from '../picking/use-steps.ts';
import styles from './Stock.module.css';
import { decimalsOf, readUnits, unitsOf } from './stock-units.ts';
import { movedWords } from './story-words.ts';

export interface AdjustFormProps {
  readonly product: Product;
  readonly onHand: number;
}

/** Says how much lies on the shelf and why the book is wrong. What that does stands there before it is recorded, in two steps. */
export function AdjustForm({ product, onHand }: AdjustFormProps) {
  const steps = useSteps();
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState<AdjustReason | ''>('');
  const [isAsking, setAsking] = useState(false);
  const counted = readUnits(product, typed);
  const show = unitsOf(product);
  const difference = counted === null ? null : counted - onHand;
  const isReady = difference !== null && difference !== 0 && reason !== '';
  const moved = difference === null ? '' : movedWords({ onHand: difference, reserved: 0 }, show);

  async function record(): Promise<void> {
    setAsking(false);
    if (difference === null || reason === '') return;
    const { sku, unitPrice } = product;
    const [recorded] = await steps.take(
      [() => adjustStock({ sku, reason, unitPrice, quantityDecimals: decimalsOf(product), difference })],
      words('stock.adjusted', { name: product.name, moved }),
    );
    if (recorded === undefined) return;
    setTyped('');
    setReason('');
  }

  return (
    <section className={styles.card} aria-label={words('stock.adjust')}>
      <h2>{words('stock.adjust')}</h2>
      <Saying steps={steps} />
      <form
        className={styles.adjust}
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) setAsking(true);
        }}
      >
        <TextInput
          label={words('stock.counted')}
          size="md"
          inputMode="decimal"
          autoComplete="off"
          value={typed}
          error={typed !== '' && counted === null && words('refusal.quantity_not_valid')}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <NativeSelect
          label={words('returns.reason')}
          size="md"
          value={reason}
          onChange={(event) => setReason(ADJUST_REASONS.find((one) => one === event.currentTarget.value) ?? '')}
          data={[{ value: '', label: '–' }, ...ADJUST_REASONS.map((value) => ({ value, label: words(`adjustReason.${value}`) }))]}
        />
        <Button type="submit" size="md" disabled={!isReady} loading={steps.busy}>
          {isReady ? words('stock.adjustBy', { moved }) : words('stock.adjust')}
        </Button>
      </form>
      <DoubtDialog
        question={
          isAsking && difference !== null
            ? {
                title: words('stock.adjustSure', { name: product.name, units: show(onHand + difference) }),
                text: words('stock.adjustSureText', { before: show(onHand), moved }),
                confirm: words('stock.adjustBy', { moved }),
                back: words('doubt.back'),
              }
            : null
        }
        onConfirm={() => void record()}
        onBack={() => setAsking(false)}
      />
    </section>
  );
}

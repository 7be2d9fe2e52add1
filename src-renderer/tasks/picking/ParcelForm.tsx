import { Button, NumberInput } from '@mantine/core';
import { v7 as uuidv7 } from 'uuid';
import { useStore } from 'zustand';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { cartons } from '../../../domain/labels/settings.ts';
import { parcelWeight, suggestCarton } from '../../../domain/labels/suggest-carton.ts';
import { useRegister, useSetting } from '../../kit/register-context.tsx';
import { words } from '../../../texts/words/words.ts';
import { CartonChoice } from './CartonChoice.tsx';
import { emptyParcel, type PackingDraft, type ParcelDraft, parcelsOf } from './packing-draft.ts';
import styles from './PackDesk.module.css';

const MOST_PARCELS = 100;
const MOST_GRAMS = 1_000_000;

export interface ParcelFormProps {
  readonly order: FulfillmentOrder;
  readonly draft: PackingDraft;
  readonly onDraft: (draft: PackingDraft) => void;
}

/** The parcel that is open: its carton and its weight. A next one is begun when it is full. */
export function ParcelForm({ order, draft, onDraft }: ParcelFormProps) {
  const { scale, catalog } = useRegister();
  const boxes = useSetting(cartons);
  const hasScale = useStore(scale.state).status === 'seen';
  const parcel = draft.at(-1) ?? emptyParcel(order.id);
  const box = boxes.find(({ name }) => name === parcel.box);
  const goods = (parcelsOf(order, [parcel])[0]?.lines ?? []).map(({ sku, quantity }) => {
    const product = catalog.product(sku);
    return { quantity, article: { size: product?.sizeMm ?? null, weightGrams: product?.weightGrams ?? null } };
  });
  const suggested = suggestCarton(goods, boxes);
  const expected = goods.length === 0 ? null : parcelWeight(goods, box ?? suggested);
  const isTooHeavy = box !== undefined && parcel.weightGrams !== null && parcel.weightGrams > box.mostGrams;
  const change = (part: Partial<ParcelDraft>) => onDraft([...draft.slice(0, -1), { ...parcel, ...part }]);

  function weigh(): void {
    const taken = scale.take(0);
    if (taken.ok) change({ weightGrams: taken.value.grams });
  }

  const title = words('label.parcelOf', { no: draft.length, of: draft.length });
  return (
    <section className={styles.parcel} aria-label={title}>
      <div className={styles.head}>
        <strong className={styles.grow}>{title}</strong>
        <Button
          variant="default"
          disabled={goods.length === 0 || draft.length >= MOST_PARCELS}
          onClick={() => onDraft([...draft, emptyParcel(uuidv7())])}
        >
          {words('picking.nextParcel')}
        </Button>
      </div>
      <CartonChoice boxes={boxes} goods={goods} suggested={suggested} value={parcel.box} onChange={(name) => change({ box: name })} />
      <div className={styles.weight}>
        <NumberInput
          label={words('picking.weightGrams')}
          description={expected !== null && words('picking.expectedWeight', { grams: expected })}
          size="lg"
          min={1}
          max={MOST_GRAMS}
          allowDecimal={false}
          hideControls
          error={isTooHeavy && words('picking.tooHeavy', { most: box.mostGrams })}
          value={parcel.weightGrams ?? ''}
          onChange={(value) => change({ weightGrams: typeof value === 'number' && value >= 1 && value <= MOST_GRAMS ? value : null })}
        />
        {hasScale && (
          <Button variant="default" size="lg" onClick={weigh}>
            {words('picking.weigh')}
          </Button>
        )}
      </div>
    </section>
  );
}

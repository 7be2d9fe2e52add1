import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { Product } from '../../../../domain/catalog/product.ts';
import { type NoWeight, takeWeight } from '../../../../domain/weighing/take-weight.ts';
import { formatQuantity } from '../../../../texts/say/format-quantity.ts';
import { ProductTile } from '../../../kit/ProductTile.tsx';
import { useRegister } from '../../../kit/register-context.tsx';
import type { ScaleState } from '../../../kit/scale-services.ts';
import { words } from '../../../../texts/words/words.ts';
import { priceTag } from '../price/price-tag.ts';
import { useShelfPrice } from '../price/use-shelf-price.ts';
import { SidePanel } from '../side/SidePanel.tsx';
import panelStyles from '../side/SidePanel.module.css';
import { SideProblem } from '../side/SideProblem.tsx';
import { readTypedWeight, type Weighed } from './weighed-goods.ts';
import styles from './WeighPanel.module.css';

export interface WeighPanelProps {
  readonly product: Product;
  readonly currency: string;
  readonly onWeighed: (weighed: Weighed) => void;
  /** It is not sold after all. */
  readonly onClose: () => void;
}

const weightText = (grams: number) => formatQuantity(grams, 3, 'kg');

/** What the scale shows, and what can be taken of it: `grams` without the tare; or why nothing can. */
interface Shown {
  readonly onScale: number | null;
  readonly isNet: boolean;
  readonly grams: number | null;
  readonly tareGrams: number;
  readonly why: NoWeight | null;
}

function shownOf(state: ScaleState, tareGrams: number): Shown {
  const nothing = { onScale: null, isNet: false, grams: null, tareGrams: 0 };
  if (state.status !== 'seen') return { ...nothing, why: 'away' };
  const { seen } = state.plate;
  const taken = takeWeight(state.plate, tareGrams);
  const onScale = seen.kind === 'stable' || seen.kind === 'moving' ? seen.grams : null;
  const isNet = seen.kind === 'stable' && seen.isNet;
  return taken.ok ? { onScale, isNet, ...taken.value, why: null } : { ...nothing, onScale, isNet, why: taken.refusal };
}

/** What lies on the scale now, and why it cannot be taken. */
function LiveWeight({ shown: { onScale, isNet, tareGrams, why }, onZero }: { readonly shown: Shown; readonly onZero: () => void }) {
  return (
    <div className={styles.live} data-ready={why === null || undefined}>
      <span className={styles.label}>{words(isNet ? 'weigh.net' : 'weigh.onScale')}</span>
      <strong data-testid="live-weight">{onScale === null ? '–' : <bdi>{weightText(onScale)}</bdi>}</strong>
      {tareGrams > 0 && <span className={styles.label}>{words('weigh.tareOff', { tare: weightText(tareGrams) })}</span>}
      <p role="status">{words(why === null ? 'weigh.stable' : `weigh.no.${why}`)}</p>
      {(why === 'negative' || why === 'under_load') && (
        <Button variant="default" size="md" onClick={onZero}>
          {words('weigh.zero')}
        </Button>
      )}
    </div>
  );
}

/** Weighs an article: with the scale of the register where it has one, and by typing at any time. Nothing is paid before. */
export function WeighPanel({ product, currency, onWeighed, onClose }: WeighPanelProps) {
  const { scale } = useRegister();
  const state = useStore(scale.state);
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const { unitPrice } = useShelfPrice()(product);
  const hasScale = state.status !== 'absent';
  const shown = shownOf(state, product.tareGrams);
  const isTyped = typed.trim() !== '' || !hasScale;
  const takeable = !isTyped && shown.why === null ? shown.grams : null;

  function submit(): void {
    if (!isTyped) {
      const taken = scale.take(product.tareGrams);
      return taken.ok ? onWeighed({ ...taken.value, by: 'scale' }) : undefined;
    }
    const grams = readTypedWeight(typed);
    if (grams === null) setWrong(true);
    else onWeighed({ grams, by: 'typed', tareGrams: 0 });
  }

  return (
    <SidePanel title={words('weigh.title', { name: product.name })} onClose={onClose}>
      <form
        className={panelStyles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <div className={panelStyles.what}>
          <ProductTile name={product.name} category={product.category} sku={product.sku} size={48} />
          <div>
            <strong>
              <bdi>{product.name}</bdi>
            </strong>
            <small>{priceTag(product, unitPrice, currency)}</small>
          </div>
        </div>
        {hasScale && <LiveWeight shown={shown} onZero={scale.zero} />}
        <TextInput
          data-first
          label={words(hasScale ? 'weigh.type' : 'weigh.typeAlone')}
          inputMode="decimal"
          autoComplete="off"
          maxLength={12}
          value={typed}
          onChange={(event) => (setTyped(event.currentTarget.value), setWrong(false))}
        />
        <div className={panelStyles.end} data-stays>
          {isWrong && <SideProblem>{words('weigh.wrong')}</SideProblem>}
          <Button type="submit" size="lg" disabled={!isTyped && takeable === null}>
            {takeable === null ? words('weigh.takeTyped') : words('weigh.take', { weight: weightText(takeable) })}
          </Button>
          <Button variant="default" size="lg" onClick={onClose}>
            {words('weigh.notSold')}
          </Button>
        </div>
      </form>
    </SidePanel>
  );
}

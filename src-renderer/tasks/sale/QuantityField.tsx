import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { MAX_QUANTITY } from './cart-lines.ts';
import type { Cart } from './cart-state.ts';
import { moveQuantity } from './quantity-fields.ts';
import { formatNumber, parseCount } from '../../../texts/say/format-money.ts';
import styles from './SaleLines.module.css';
import { words } from '../../../texts/words/words.ts';

export interface QuantityFieldProps {
  readonly cart: Cart;
  readonly id: string;
  readonly name: string;
  readonly quantity: number;
  /** The marked line has the buttons; the others their number alone, so that more of them fit. */
  readonly marked: boolean;
  readonly onDone: () => void;
  /** Told why a quantity was not taken, as a sentence; null once one is. */
  readonly onProblem: (sentence: string | null) => void;
}

/** The quantity of a line: one less, typed, one more. */
export function QuantityField({ cart, id, name, quantity, marked, onDone, onProblem }: QuantityFieldProps) {
  const field = useRef<HTMLInputElement>(null);

  useLayoutEffect(() => {
    if (field.current !== null) field.current.value = String(quantity);
  }, [quantity]);

  function commit(): void {
    if (field.current === null) return;
    const text = field.current.value.trim();
    if (text === String(quantity)) return;
    field.current.value = String(quantity);
    const typed = parseCount(text);
    const isTaken = typed !== null && typed <= MAX_QUANTITY;
    onProblem(isTaken ? null : words('sale.quantityRange', { most: formatNumber(MAX_QUANTITY) }));
    if (isTaken) cart.setQuantity(id, typed);
  }

  /** Leaving the field commits it, by whichever key; Escape takes back what was typed. */
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    if (step === null && event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    if (event.key === 'Escape') event.currentTarget.value = String(quantity);
    if (step === null || !moveQuantity(event.currentTarget, step)) onDone();
  }

  return (
    <div className={styles.quantity} data-marked={marked || undefined}>
      {marked && (
        <button
          type="button"
          aria-label={words('sale.oneLess', { name })}
          disabled={quantity <= 1}
          onClick={() => cart.setQuantity(id, quantity - 1)}
        >
          −
        </button>
      )}
      <input
        ref={field}
        data-quantity
        aria-label={words('sale.quantity', { name })}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={quantity}
        onFocus={(event) => (cart.mark(id), event.currentTarget.select())}
        onBlur={commit}
        onKeyDown={onKeyDown}
      />
      {marked && (
        <button type="button" aria-label={words('sale.oneMore', { name })} onClick={() => cart.setQuantity(id, quantity + 1)}>
          +
        </button>
      )}
    </div>
  );
}

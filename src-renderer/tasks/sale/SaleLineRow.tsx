import { type KeyboardEvent, memo, useLayoutEffect, useRef } from 'react';
import { formatMoney, formatUnitPrice } from '../../kit/format-money.ts';
import type { Cart } from './cart.ts';
import { moveQuantity } from './quantity-fields.ts';
import styles from './SaleLines.module.css';
import { stockNote } from './stock-note.ts';

/** What a line of the sale shows. */
export interface SaleRow {
  readonly lineKey: string;
  readonly name: string;
  readonly sku: string;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly discountMinor: number;
  readonly promotion: string | null;
  readonly amountMinor: number;
  readonly onHand: number | null;
  readonly reserved: number;
  readonly touched: boolean;
}

export interface SaleLineRowProps extends SaleRow {
  readonly cart: Cart;
  readonly currency: string;
  readonly onDone: () => void;
}

/** One line of the sale. Plain elements and plain props: a hundred of them must cost nothing when one changes. */
export const SaleLineRow = memo(function SaleLineRow(props: SaleLineRowProps) {
  const { cart, lineKey, name, sku, quantity, unitPrice, discountMinor, promotion, amountMinor, currency, touched, onDone } = props;
  const field = useRef<HTMLInputElement>(null);
  const stock = stockNote(props.onHand, props.reserved, quantity);

  const row = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (touched) row.current?.scrollIntoView({ block: 'nearest' });
  }, [touched, quantity]);

  useLayoutEffect(() => {
    if (field.current !== null) field.current.value = String(quantity);
  }, [quantity]);

  function commit(): void {
    if (field.current === null) return;
    const text = field.current.value.trim();
    if (text === String(quantity)) return;
    field.current.value = String(quantity);
    if (/^\d{1,7}$/.test(text)) cart.setQuantity(lineKey, Number(text));
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
    <div className={styles.line} role="listitem" ref={row} data-touched={touched}>
      <div className={styles.what}>
        <span className={styles.name}>{name}</span>
        <span className={styles.detail}>
          {sku}
          <span className={stock.warn ? styles.low : undefined}>{stock.text}</span>
          {discountMinor > 0 && <span className={styles.discount}>{promotion}</span>}
        </span>
      </div>
      <div className={styles.quantity}>
        <button
          type="button"
          aria-label={`One less of ${name}`}
          disabled={quantity <= 1}
          onClick={() => cart.setQuantity(lineKey, quantity - 1)}
        >
          −
        </button>
        <input
          ref={field}
          data-quantity
          aria-label={`Quantity of ${name}`}
          inputMode="numeric"
          autoComplete="off"
          defaultValue={quantity}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={commit}
          onKeyDown={onKeyDown}
        />
        <button type="button" aria-label={`One more of ${name}`} onClick={() => cart.setQuantity(lineKey, quantity + 1)}>
          +
        </button>
      </div>
      <span className={styles.price}>{formatUnitPrice(unitPrice, currency)}</span>
      <div className={styles.amount}>
        <span>{formatMoney(amountMinor, currency)}</span>
        {discountMinor > 0 && <span className={styles.discount}>−{formatMoney(discountMinor, currency)}</span>}
      </div>
      <button type="button" className={styles.remove} aria-label={`Remove ${name}`} onClick={() => cart.setQuantity(lineKey, 0)}>
        ×
      </button>
    </div>
  );
});

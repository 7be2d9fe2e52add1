import { memo, useLayoutEffect, useRef } from 'react';
import { formatMoney, formatUnitPrice } from '../../kit/format-money.ts';
import type { Cart } from './cart.ts';
import { QuantityField } from './QuantityField.tsx';
import styles from './SaleLines.module.css';
import { stockNote } from './stock-note.ts';
import { useWords } from '../../words/words.ts';

/** What a line of the sale shows. */
export interface SaleRow {
  readonly lineKey: string;
  readonly name: string;
  readonly sku: string;
  readonly quantity: number;
  /** The quantity in words where it is no number of pieces: it is weighed again, not changed by hand. */
  readonly weighed: string | null;
  /** Empty for most. */
  readonly serialNumbers: string;
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
  const words = useWords();
  const stock = stockNote(props.onHand, props.reserved, quantity);
  const row = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (touched) row.current?.scrollIntoView({ block: 'nearest' });
  }, [touched, quantity]);

  return (
    <div className={styles.line} role="listitem" ref={row} data-touched={touched}>
      <div className={styles.what}>
        <span className={styles.name}>
          <bdi>{name}</bdi>
        </span>
        <span className={styles.detail}>
          <bdi>{sku}</bdi>
          {props.serialNumbers !== '' && <span>{words('sale.serialNumbers', { numbers: props.serialNumbers })}</span>}
          {props.weighed === null && <span className={stock.warn ? styles.low : undefined}>{stock.text}</span>}
          {discountMinor > 0 && <span className={styles.discount}>{promotion}</span>}
        </span>
      </div>
      {props.weighed === null ? (
        <QuantityField cart={cart} lineKey={lineKey} name={name} quantity={quantity} onDone={onDone} />
      ) : (
        <span className={styles.price}>{props.weighed}</span>
      )}
      <span className={styles.price}>{formatUnitPrice(unitPrice, currency)}</span>
      <div className={styles.amount}>
        <span>{formatMoney(amountMinor, currency)}</span>
        {discountMinor > 0 && <span className={styles.discount}>−{formatMoney(discountMinor, currency)}</span>}
      </div>
      <button
        type="button"
        className={styles.remove}
        aria-label={words('sale.remove', { name })}
        onClick={() => cart.setQuantity(lineKey, 0)}
      >
        ×
      </button>
    </div>
  );
});

import { memo } from 'react';
import type { Product } from '../../../../domain/catalog/product.ts';
import { ProductTile } from '../../../kit/ProductTile.tsx';
import { useWords } from '../../../words/use-words.ts';
import { priceTag } from '../price/price-tag.ts';
import styles from './QuickKeys.module.css';

export interface QuickKeyProps {
  readonly product: Product;
  /** What one costs today. */
  readonly unitPrice: number;
  /** Which digit presses it together with Alt; null for none. */
  readonly digit: string | null;
  /** How many are in the sale. */
  readonly count: number;
  readonly currency: string;
  readonly onSell: (product: Product) => void;
}

/** One key: what it sells, for how much, and how many of it are in the sale. */
export const QuickKey = memo(function QuickKey({ product, unitPrice, digit, count, currency, onSell }: QuickKeyProps) {
  const words = useWords();
  return (
    <button
      type="button"
      className={styles.key}
      aria-label={words('counter.sellKey', { name: product.name })}
      aria-keyshortcuts={digit === null ? undefined : `Alt+${digit}`}
      onClick={() => onSell(product)}
    >
      <ProductTile name={product.name} category={product.category} sku={product.sku} size={36} />
      {digit !== null && <kbd className={styles.digit}>{digit}</kbd>}
      <bdi className={styles.name}>{product.name}</bdi>
      <span className={styles.price}>{priceTag(product, unitPrice, currency)}</span>
      {count > 0 && (
        <span className={styles.count} title={words('counter.inSale', { count })}>
          {count}
        </span>
      )}
    </button>
  );
});

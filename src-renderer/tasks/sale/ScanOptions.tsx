import type { Product } from '../../../domain/catalog/product.ts';
import { ProductTile } from '../../kit/ProductTile.tsx';
import { useRegister } from '../../kit/register-context.tsx';
import { priceTag } from './price/price-tag.ts';
import { useShelfPrice } from './price/use-shelf-price.ts';
import styles from './ScanField.module.css';
import { words } from '../../../texts/words/words.ts';

/** By which the scan field names its list, and each option of it. */
export const OPTIONS_ID = 'scan-options';
export const optionId = (index: number) => `scan-option-${index}`;

export interface ScanOptionsProps {
  readonly results: readonly Product[];
  /** Position of the highlighted result. */
  readonly active: number;
  readonly currency: string;
  readonly onChoose: (product: Product) => void;
}

/** Products that were found, to choose one. */
export function ScanOptions({ results, active, currency, onChoose }: ScanOptionsProps) {
  const { stockOf } = useRegister();
  const shelfPrice = useShelfPrice();
  return (
    <ul className={styles.options} id={OPTIONS_ID} role="listbox" aria-label={words('sale.found')}>
      {results.map((product, index) => (
        <Option
          key={product.sku}
          id={optionId(index)}
          product={product}
          currency={currency}
          unitPrice={shelfPrice(product).unitPrice}
          onHand={stockOf(product.sku)?.onHand ?? null}
          selected={index === active}
          onChoose={onChoose}
        />
      ))}
    </ul>
  );
}

interface OptionProps {
  readonly id: string;
  readonly product: Product;
  readonly unitPrice: number;
  readonly currency: string;
  readonly onHand: number | null;
  readonly selected: boolean;
  readonly onChoose: (product: Product) => void;
}

/** Brings the highlighted option into sight when the arrow keys lead out of the list's window. */
function intoSight(option: HTMLLIElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}

function Option({ id, product, unitPrice, currency, onHand, selected, onChoose }: OptionProps) {
  return (
    <li
      id={id}
      ref={selected ? intoSight : null}
      role="option"
      aria-selected={selected}
      className={styles.option}
      // The field must keep the cursor, so the press itself chooses and never takes the focus.
      onPointerDown={(event) => {
        event.preventDefault();
        onChoose(product);
      }}
    >
      <ProductTile name={product.name} category={product.category} sku={product.sku} size={40} />
      <span className={styles.name} dir="auto">
        {product.name}
      </span>
      <span className={styles.price}>{priceTag(product, unitPrice, currency)}</span>
      <span className={styles.detail} dir="auto">
        {[product.brand, product.size, product.sku].filter((part) => part !== '').join(' · ')}
      </span>
      <span className={styles.detail}>{onHand === null ? words('sale.notStocked') : words('sale.inStock', { count: onHand })}</span>
    </li>
  );
}

import { TextInput } from '@mantine/core';
import { IconBarcode } from '../icons.ts';
import styles from './Exceptions.module.css';
import { words } from '../../../texts/words/words.ts';

export interface FoundProduct {
  readonly sku: string;
  readonly name: string;
}

/** How a screen finds products. */
export interface FindProducts {
  /** The product that a whole SKU or barcode belongs to. */
  readonly exact: (code: string) => FoundProduct | undefined;
  /** Products in which every word of the text stands; a few. */
  readonly search: (text: string) => readonly FoundProduct[];
}

export interface ProductFieldProps {
  readonly value: string;
  readonly find: FindProducts | null;
  readonly onChange: (sku: string) => void;
}

/** Which product was meant: scanned, typed whole, or found by its name. */
export function ProductField({ value, find, onChange }: ProductFieldProps) {
  const exact = find?.exact(value.trim());
  const found = exact === undefined && value.trim().length > 1 ? (find?.search(value.trim()) ?? []) : [];
  return (
    <div className={styles.product}>
      <TextInput
        label={words('exceptions.product')}
        placeholder={find === null ? words('exceptions.sku') : words('exceptions.productHint')}
        leftSection={<IconBarcode aria-hidden size={22} />}
        description={exact?.name}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autoComplete="off"
        maxLength={64}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        data-search
      />
      {found.length > 0 && (
        <ul className={styles.found} aria-label={words('exceptions.found')}>
          {found.map((product) => (
            <li key={product.sku}>
              <button type="button" className={styles.foundRow} onClick={() => onChange(product.sku)}>
                <span>{product.name}</span>
                <span className={styles.quiet}>{product.sku}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

import { IconBarcode } from '../../kit/icons.ts';
import { type KeyboardEvent, memo, type RefObject } from 'react';
import type { Product } from '../../../domain/catalog/product.ts';
import { formatUnitPrice } from '../../kit/format-money.ts';
import { useRegister } from '../../kit/register-context.tsx';
import { soundRefusal } from '../../kit/scanner/sound-refusal.ts';
import { type Entry, resolveTyped } from './resolve-entry.ts';
import styles from './ScanField.module.css';
import { useTypeAhead } from './use-type-ahead.ts';

export interface ScanFieldProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly currency: string;
  readonly onEntry: (entry: Entry) => void;
  /** The way to the quantities, by the arrow keys while nothing is searched for. */
  readonly onQuantities: () => void;
}

const optionId = (index: number) => `scan-option-${index}`;

/** The one field of the counter: type-ahead over the whole catalog, and whole codes confirmed with Enter. */
export const ScanField = memo(function ScanField({ field, currency, onEntry, onQuantities }: ScanFieldProps) {
  const { catalog, stockOf } = useRegister();
  const { results, active, moved, missed, onInput, close, move } = useTypeAhead(catalog, field);
  const open = results.length > 0;

  function enter(entry: Entry): void {
    if (field.current !== null) field.current.value = '';
    close();
    field.current?.focus();
    onEntry(entry);
  }

  function confirm(): void {
    const text = field.current?.value.trim() ?? '';
    if (text === '') return;
    const chosen = moved ? results[active] : undefined;
    const entry: Entry = chosen === undefined ? resolveTyped(catalog, text) : { kind: 'product', product: chosen };
    if (entry.kind === 'product') return enter(entry);
    // What was typed stays, to be corrected, typed over, or chosen from what was found.
    field.current?.select();
    soundRefusal();
    onEntry(entry);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    switch (event.key) {
      case 'Enter':
        event.preventDefault();
        return confirm();
      case 'ArrowDown':
      case 'ArrowUp':
        event.preventDefault();
        return open ? move(event.key === 'ArrowDown' ? 1 : -1) : onQuantities();
      case 'Escape':
        event.currentTarget.value = '';
        return close();
    }
  }

  return (
    <div className={styles.box}>
      <IconBarcode aria-hidden size={28} className={styles.icon} />
      <input
        ref={field}
        className={styles.field}
        data-search
        role="combobox"
        aria-label="Scan or search"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={open ? 'scan-options' : undefined}
        aria-activedescendant={open ? optionId(active) : undefined}
        aria-keyshortcuts="/"
        placeholder="Scan or search: name, brand, SKU or barcode"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        autoFocus
        onInput={onInput}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      {open && (
        <ul className={styles.options} id="scan-options" role="listbox" aria-label="Products found">
          {results.map((product, index) => (
            <Option
              key={product.sku}
              id={optionId(index)}
              product={product}
              currency={currency}
              onHand={stockOf(product.sku)?.onHand ?? null}
              selected={index === active}
              onChoose={enter}
            />
          ))}
        </ul>
      )}
      {missed && <p className={styles.missed}>No product matches. Try fewer letters, or the number on the label.</p>}
    </div>
  );
});

interface OptionProps {
  readonly id: string;
  readonly product: Product;
  readonly currency: string;
  readonly onHand: number | null;
  readonly selected: boolean;
  readonly onChoose: (entry: Entry) => void;
}

/** Brings the highlighted option into sight when the arrow keys lead out of the list's window. */
function intoSight(option: HTMLLIElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}

function Option({ id, product, currency, onHand, selected, onChoose }: OptionProps) {
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
        onChoose({ kind: 'product', product });
      }}
    >
      <span className={styles.name}>{product.name}</span>
      <span className={styles.price}>{formatUnitPrice(product.unitPrice, currency)}</span>
      <span className={styles.detail}>{[product.brand, product.size, product.sku].filter((part) => part !== '').join(' · ')}</span>
      <span className={styles.detail}>{onHand === null ? 'not stocked here' : `${onHand} in stock`}</span>
    </li>
  );
}

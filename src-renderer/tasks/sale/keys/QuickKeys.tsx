import { type ReactNode, useCallback, useState } from 'react';
import { Button } from '@mantine/core';
import { QUICK_KEYS_OF_A_PAGE } from '../../../../domain/sale/settings.ts';
import type { Product } from '../../../../domain/catalog/product.ts';
import { IconLayoutGrid, IconLayoutGridAdd } from '../../../kit/icons.ts';
import { isDialogOpen } from '../../../kit/is-dialog-open.ts';
import { useKeyDown } from '../../../kit/use-key-down.ts';
import { useRegister, useView } from '../../../kit/register-context.tsx';
import { words } from '../../../../texts/words/words.ts';
import { useQuickKeyPages } from './use-quick-key-pages.ts';
import { useShelfPrice } from '../price/use-shelf-price.ts';
import { QuickKey } from './QuickKey.tsx';
import styles from './QuickKeys.module.css';

/** Alt and these digits press the first ten keys of a page. */
const DIGITS = '1234567890';

export interface QuickKeysProps {
  readonly currency: string;
  /** How many of a SKU are in the sale. */
  readonly counts: ReadonlyMap<string, number>;
  readonly onSell: (product: Product) => void;
  readonly onLayOut: () => void;
  /** What stands below the keys. */
  readonly children?: ReactNode;
}

/** Presses the key of a place by Alt and its digit. */
function useAltDigits(press: (place: number) => void): void {
  useKeyDown((event) => {
    const place = /^Digit\d$/.test(event.code) ? DIGITS.indexOf(event.code.slice(-1)) : -1;
    if (!event.altKey || event.ctrlKey || event.metaKey || place < 0 || isDialogOpen()) return null;
    return () => press(place);
  });
}

/** Articles that are sold by a key: a page of twelve, with tabs where the store has several. */
export function QuickKeys({ currency, counts, onSell, onLayOut, children }: QuickKeysProps) {
  const { catalog } = useRegister();
  // The catalog itself is the same object when its products change.
  useView((view) => view.stockVersion);
  const shelfPrice = useShelfPrice();
  const pages = useQuickKeyPages();
  const [chosen, setChosen] = useState(0);
  /** On a small screen a strip of keys is shown, and the page in place of the goods when it is asked for. */
  const [open, setOpen] = useState(false);
  const page = pages[Math.min(chosen, pages.length - 1)];
  const places = Array.from({ length: page === undefined ? 0 : QUICK_KEYS_OF_A_PAGE }, (_, place) => {
    const sku = page?.skus[place];
    return sku == null ? undefined : catalog.product(sku);
  });

  const sell = useCallback((product: Product) => (setOpen(false), onSell(product)), [onSell]);

  useAltDigits((place) => {
    const product = places[place];
    if (product !== undefined) sell(product);
  });

  return (
    <section className={styles.panel} data-open={open || undefined} aria-label={words('counter.quickKeys')}>
      {pages.length > 0 && (
        <div className={styles.pages} role="group" aria-label={words('counter.quickKeys')}>
          {pages.map(({ name }, index) => (
            <button key={`${index} ${name}`} type="button" aria-pressed={pages[index] === page} onClick={() => setChosen(index)}>
              {name}
            </button>
          ))}
          <button type="button" className={styles.layOut} aria-label={words('counter.layOut')} onClick={onLayOut}>
            <IconLayoutGridAdd aria-hidden size={20} stroke={1.9} />
          </button>
        </div>
      )}
      {page === undefined ? (
        <div className={styles.none}>
          <p>{words('counter.noQuickKeys')}</p>
          <p>{words('counter.noQuickKeysText')}</p>
          <Button variant="default" onClick={onLayOut}>
            {words('counter.layOut')}
          </Button>
        </div>
      ) : (
        <div className={styles.keys}>
          {places.map((product, place) =>
            product === undefined ? (
              <span key={place} aria-hidden className={styles.free} />
            ) : (
              <QuickKey
                key={place}
                product={product}
                unitPrice={shelfPrice(product).unitPrice}
                digit={DIGITS[place] ?? null}
                count={counts.get(product.sku) ?? 0}
                currency={currency}
                onSell={sell}
              />
            ),
          )}
          <button type="button" className={styles.all} aria-expanded={open} onClick={() => setOpen(!open)}>
            <IconLayoutGrid aria-hidden size={20} stroke={1.9} />
            {words(open ? 'kit.close' : 'counter.allKeys')}
          </button>
        </div>
      )}
      {children}
    </section>
  );
}

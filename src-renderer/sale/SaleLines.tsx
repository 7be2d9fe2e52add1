import { memo, useEffect, useMemo, useRef } from 'react';
import type { Promotion } from '../../domain/promotions/promotion.ts';
import type { PricedSale } from '../../domain/pricing/price-sale.ts';
import { useRegister, useView } from '../app/register-context.tsx';
import type { Cart } from './cart.ts';
import { lineKey } from './cart-lines.ts';
import { SaleLineRow } from './SaleLineRow.tsx';
import styles from './SaleLines.module.css';

export interface SaleLinesProps {
  readonly cart: Cart;
  readonly priced: PricedSale;
  readonly touched: string | null;
  readonly currency: string;
  readonly promotions: readonly Promotion[];
  /** Puts the cursor back into the scan field. */
  readonly onDone: () => void;
}

/** The goods on the counter. Only the rows whose numbers have changed are painted again. */
export const SaleLines = memo(function SaleLines({ cart, priced, touched, currency, promotions, onDone }: SaleLinesProps) {
  const { stockOf } = useRegister();
  useView((view) => view.stockVersion);
  const names = useMemo(() => new Map(promotions.map(({ id, name }) => [id, name])), [promotions]);

  // A row that is removed takes the cursor with it; the last one takes the list with it too.
  useEffect(
    () => () => {
      if (document.activeElement === document.body) onDone();
    },
    [onDone],
  );
  const count = priced.lines.length;
  const before = useRef(count);
  useEffect(() => {
    if (count < before.current && document.activeElement === document.body) onDone();
    before.current = count;
  }, [count, onDone]);

  return (
    <ul className={styles.lines} aria-label="Items in this sale">
      {priced.lines.map((line) => {
        const key = lineKey(line);
        const level = stockOf(line.sku);
        return (
          <SaleLineRow
            key={key}
            cart={cart}
            lineKey={key}
            name={line.name}
            sku={line.sku}
            quantity={line.quantity}
            unitPrice={line.unitPrice}
            discountMinor={line.discountMinor}
            promotion={line.promotionIds[0] === undefined ? null : (names.get(line.promotionIds[0]) ?? 'Promotion')}
            amountMinor={line.grossMinor - line.discountMinor}
            onHand={level?.onHand ?? null}
            reserved={level?.reserved ?? 0}
            currency={currency}
            touched={key === touched}
            onDone={onDone}
          />
        );
      })}
    </ul>
  );
});

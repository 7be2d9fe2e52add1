import { discountOf } from '../../../domain/base/adjustment.ts';
import { type CSSProperties, memo, useEffect, useMemo, useRef } from 'react';
import type { Promotion } from '../../../domain/promotions/promotion.ts';
import type { PricedSale } from '../../../domain/pricing/price-sale.ts';
import { formatQuantity } from '../../kit/format-quantity.ts';
import { useRegister, useView } from '../../kit/register-context.tsx';
import type { Cart } from './cart.ts';
import { appliedWords } from './promotion-words.ts';
import { lineKey } from './cart-lines.ts';
import { type SaleRow, SaleLineRow } from './SaleLineRow.tsx';
import styles from './SaleLines.module.css';
import { useWords } from '../../words/words.ts';

export interface SaleLinesProps {
  readonly cart: Cart;
  readonly priced: PricedSale;
  readonly touched: string | null;
  readonly currency: string;
  readonly promotions: readonly Promotion[];
  /** Puts the cursor back into the scan field. */
  readonly onDone: () => void;
}

/** The goods on the counter. Only the groups of rows whose numbers have changed are rendered again. */
export const SaleLines = memo(function SaleLines({ cart, priced, touched, currency, promotions, onDone }: SaleLinesProps) {
  const words = useWords();
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

  const rows = priced.lines.map((line): SaleRow => {
    const key = lineKey(line);
    const level = stockOf(line.sku);
    const discountMinor = discountOf(line);
    return {
      lineKey: key,
      name: line.name,
      sku: line.sku,
      quantity: line.quantity,
      weighed: line.quantityDecimals > 0 ? formatQuantity(line.quantity, line.quantityDecimals, line.unit) : null,
      serialNumbers: line.serialNumbers.join(', '),
      unitPrice: line.unitPrice,
      discountMinor,
      promotion: appliedWords(line.adjustments, names),
      amountMinor: line.grossMinor - discountMinor,
      onHand: level?.onHand ?? null,
      reserved: level?.reserved ?? 0,
      touched: key === touched,
    };
  });
  return (
    <div className={styles.lines} role="list" aria-label={words('sale.items')}>
      {inGroups(rows).map((group, index) => (
        <SaleLineGroup key={index} cart={cart} currency={currency} rows={group} onDone={onDone} />
      ))}
    </div>
  );
});

/** As many rows are compared, laid out and painted together: a scan into a long sale touches the groups in sight, not all rows. */
const GROUP = 5;

function inGroups(rows: readonly SaleRow[]): SaleRow[][] {
  return Array.from({ length: Math.ceil(rows.length / GROUP) }, (_, index) => rows.slice(index * GROUP, (index + 1) * GROUP));
}

interface SaleLineGroupProps {
  readonly cart: Cart;
  readonly currency: string;
  readonly rows: readonly SaleRow[];
  readonly onDone: () => void;
}

const isSameRow = (one: SaleRow, other: SaleRow | undefined): boolean =>
  other !== undefined && (Object.keys(one) as (keyof SaleRow)[]).every((key) => one[key] === other[key]);

const SaleLineGroup = memo(
  function SaleLineGroup({ cart, currency, rows, onDone }: SaleLineGroupProps) {
    return (
      <div className={styles.group} role="presentation" style={{ '--lines': rows.length } as CSSProperties}>
        {rows.map((row) => (
          <SaleLineRow key={row.lineKey} {...row} cart={cart} currency={currency} onDone={onDone} />
        ))}
      </div>
    );
  },
  (one, other) =>
    one.cart === other.cart &&
    one.currency === other.currency &&
    one.onDone === other.onDone &&
    one.rows.length === other.rows.length &&
    one.rows.every((row, index) => isSameRow(row, other.rows[index])),
);

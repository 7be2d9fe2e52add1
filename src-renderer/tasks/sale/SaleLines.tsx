import { discountOf } from '../../../domain/base/adjustment.ts';
import { type CSSProperties, memo, useEffect, useMemo, useRef } from 'react';
import type { Promotion } from '../../../domain/promotions/promotion.ts';
import type { PricedSale } from '../../../domain/pricing/price-sale.ts';
import type { SaleLine } from '../../../domain/pricing/sale-line.ts';
import { formatQuantity } from '../../../texts/say/format-quantity.ts';
import { useRegister, useView } from '../../kit/register-context.tsx';
import type { StockLevel } from '../../../domain/stock/stock.ts';
import type { Cart } from './cart-state.ts';
import type { CartLines, CounterLine } from './cart-lines.ts';
import { isAttached } from './attached-deposits.ts';
import { isOnePiece } from './lacking.ts';
import { priceChange } from './price-change.ts';
import { type PromotionNames, promotionNames } from '../../kit/promotion-reasons.ts';
import { type SaleRow, SaleLineRow } from './SaleLineRow.tsx';
import styles from './SaleLines.module.css';
import { isQuoted } from '../../../domain/pricing/quoted-lines.ts';
import { orderedWords } from './order/order-words.ts';
import { lineName } from '../../../texts/say/line-name.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { words } from '../../../texts/words/words.ts';
import { useWords } from '../../words/use-words.ts';

export interface SaleLinesProps {
  readonly cart: Cart;
  readonly lines: CartLines;
  /** The same lines with their prices, in the same order. */
  readonly priced: PricedSale;
  readonly touched: string | null;
  /** The line whose new price waits for a colleague, and what it would come to. */
  readonly waitingId: string | null;
  readonly waitingMinor: number;
  readonly currency: string;
  readonly promotions: readonly Promotion[];
  /** Puts the cursor back into the scan field. */
  readonly onDone: () => void;
  /** Told why a quantity was not taken, as a sentence; null once one is. */
  readonly onProblem: (sentence: string | null) => void;
}

interface RowCase {
  readonly names: PromotionNames;
  readonly currency: string;
  readonly touched: string | null;
  readonly waitingId: string | null;
  readonly waitingMinor: number;
  readonly isOnePiece: (line: CounterLine) => boolean;
}

function changeOf(line: CounterLine, { adjustments }: SaleLine, { names, currency, waitingId, waitingMinor }: RowCase) {
  if (line.id !== waitingId) return priceChange(line, adjustments, names, currency);
  return { by: 'waiting', text: words('counter.waits', { price: formatMoney(waitingMinor, currency) }) } as const;
}

function rowOf(line: CounterLine, priced: SaleLine, level: StockLevel | undefined, rowCase: RowCase): SaleRow {
  const discountMinor = discountOf(priced);
  const change = changeOf(line, priced, rowCase);
  return {
    id: line.id,
    name: lineName(line),
    kind: line.kind ?? 'goods',
    category: line.category ?? null,
    sku: line.sku,
    quantity: line.quantity,
    weighed: priced.quantityDecimals > 0 ? formatQuantity(line.quantity, priced.quantityDecimals, priced.unit) : null,
    isFixed: isAttached(line) || line.bundle !== undefined || rowCase.isOnePiece(line),
    bundle: line.bundle?.name ?? null,
    serialNumbers: priced.serialNumbers.join(', '),
    note: line.note ?? null,
    quoted: isQuoted(line),
    ordered: line.order == null ? null : orderedWords(line.order.fulfillment),
    unitPrice: line.unitPrice,
    insteadOf: line.catalogPrice === line.unitPrice ? null : (line.catalogPrice ?? null),
    grossMinor: priced.grossMinor,
    amountMinor: priced.grossMinor - discountMinor,
    changedBy: change?.by ?? null,
    change: change?.text ?? null,
    onHand: level?.onHand ?? null,
    reserved: level?.reserved ?? 0,
    touched: line.id === rowCase.touched,
  };
}

/** The goods on the counter. Only the groups of rows whose numbers have changed are rendered again. */
export const SaleLines = memo(function SaleLines(props: SaleLinesProps) {
  const { cart, lines, priced, currency, promotions, onDone, onProblem } = props;
  const say = useWords();
  const { stockOf, catalog } = useRegister();
  useView((view) => view.stockVersion);
  const names = useMemo(() => promotionNames(promotions), [promotions]);

  // A row that is removed takes the cursor with it; the last one takes the list with it too.
  useEffect(
    () => () => {
      if (document.activeElement === document.body) onDone();
    },
    [onDone],
  );
  const count = lines.length;
  const before = useRef(count);
  useEffect(() => {
    if (count < before.current && document.activeElement === document.body) onDone();
    before.current = count;
  }, [count, onDone]);

  const rows = lines.flatMap((line, index): SaleRow[] => {
    const sold = priced.lines[index];
    return sold === undefined
      ? []
      : [rowOf(line, sold, stockOf(line.sku), { ...props, names, isOnePiece: (one) => isOnePiece(one, catalog) })];
  });
  return (
    <div className={styles.lines} role="list" aria-label={say('sale.items')}>
      {inGroups(rows).map((group, index) => (
        <SaleLineGroup key={index} cart={cart} currency={currency} rows={group} onDone={onDone} onProblem={onProblem} />
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
  /** Told why a quantity was not taken, as a sentence; null once one is. */
  readonly onProblem: (sentence: string | null) => void;
}

const isSameRow = (one: SaleRow, other: SaleRow | undefined): boolean =>
  other !== undefined && (Object.keys(one) as (keyof SaleRow)[]).every((key) => one[key] === other[key]);

const SaleLineGroup = memo(
  function SaleLineGroup({ cart, currency, rows, onDone, onProblem }: SaleLineGroupProps) {
    const tall = rows.filter(({ change }) => change !== null).length;
    return (
      <div className={styles.group} role="presentation" style={{ '--lines': rows.length, '--tall-lines': tall } as CSSProperties}>
        {rows.map((row) => (
          <SaleLineRow key={row.id} {...row} cart={cart} currency={currency} onDone={onDone} onProblem={onProblem} />
        ))}
      </div>
    );
  },
  (one, other) =>
    one.cart === other.cart &&
    one.currency === other.currency &&
    one.onDone === other.onDone &&
    one.onProblem === other.onProblem &&
    one.rows.length === other.rows.length &&
    one.rows.every((row, index) => isSameRow(row, other.rows[index])),
);

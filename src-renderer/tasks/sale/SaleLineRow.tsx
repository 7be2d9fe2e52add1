import { memo, useEffect, useRef } from 'react';
import { IconDiscount, IconEdit, IconShieldExclamation } from '../../kit/icons.ts';
import { formatMoney, formatNumber, formatUnitPrice } from '../../../texts/say/format-money.ts';
import { ProductTile } from '../../kit/ProductTile.tsx';
import type { Cart } from './cart-state.ts';
import type { PriceChange } from './price-change.ts';
import { QuantityField } from './QuantityField.tsx';
import styles from './SaleLines.module.css';
import type { SaleLine } from '../../../domain/pricing/sale-line.ts';
import { stockNote } from './stock-note.ts';
import { useWords } from '../../words/use-words.ts';

/** What a line of the sale shows. */
export interface SaleRow {
  readonly id: string;
  readonly name: string;
  readonly kind: SaleLine['kind'];
  readonly category: string | null;
  readonly sku: string;
  readonly quantity: number;
  /** The quantity in words where it is no number of pieces: it is weighed again, not changed by hand. */
  readonly weighed: string | null;
  /** Whether its quantity is no choice: a piece with its serial number, the deposit of goods. */
  readonly isFixed: boolean;
  /** The name of the bundle that it is part of; null for most. */
  readonly bundle: string | null;
  /** Empty for most. */
  readonly serialNumbers: string;
  readonly note: string | null;
  /** Whether a quote says what it costs. */
  readonly quoted: boolean;
  /** How the customer gets it, where it is ordered; null where they take it along. */
  readonly ordered: string | null;
  readonly unitPrice: number;
  /** What the catalog asks for a unit, where a price list says otherwise. */
  readonly insteadOf: number | null;
  readonly grossMinor: number;
  readonly amountMinor: number;
  readonly changedBy: PriceChange['by'] | 'waiting' | null;
  readonly change: string | null;
  readonly onHand: number | null;
  readonly reserved: number;
  readonly touched: boolean;
}

export interface SaleLineRowProps extends SaleRow {
  readonly cart: Cart;
  readonly currency: string;
  readonly onDone: () => void;
  readonly onProblem: (sentence: string | null) => void;
}

const ICONS = { discount: IconDiscount, price: IconEdit, waiting: IconShieldExclamation };

/** What stands under the name: what one costs, what is here, and what is particular to this line. */
function Detail({
  kind,
  sku,
  quantity,
  weighed,
  bundle,
  serialNumbers,
  note,
  ordered,
  quoted,
  unitPrice,
  insteadOf,
  currency,
  onHand,
  reserved,
  words,
}: SaleLineRowProps & { readonly words: ReturnType<typeof useWords> }) {
  const stock = stockNote(onHand, reserved, quantity);
  const price = formatUnitPrice(unitPrice, currency);
  return (
    <span className={styles.detail}>
      {weighed !== null && <span>{words('counter.weighed', { quantity: weighed, price })}</span>}
      {weighed === null && quantity > 1 && <span>{words('counter.each', { price })}</span>}
      {kind === 'goods' && weighed === null && quantity === 1 && insteadOf === null && <bdi>{sku}</bdi>}
      {kind === 'gift_card' && <span>{words('counter.giftCardLoads')}</span>}
      {kind === 'account_payment' && <span>{words('account.paymentText')}</span>}
      {bundle !== null && <span>{words('bundle.partOf', { name: bundle })}</span>}
      {serialNumbers !== '' && <span>{words('sale.serialNumbers', { numbers: serialNumbers })}</span>}
      {note !== null && <bdi className={styles.note}>{note}</bdi>}
      {quoted && <span className={styles.ordered}>{words('quote.line')}</span>}
      {ordered !== null && <span className={styles.ordered}>{ordered}</span>}
      {kind === 'goods' && weighed === null && ordered === null && (
        <span className={stock.warn ? styles.low : undefined}>{stock.text}</span>
      )}
      {insteadOf !== null && <span>{words('counter.listPrice', { price: formatUnitPrice(insteadOf, currency) })}</span>}
    </span>
  );
}

/** One line of the sale. Plain elements and plain props: a hundred of them must cost nothing when one changes. */
export const SaleLineRow = memo(function SaleLineRow(props: SaleLineRowProps) {
  // Nothing else of a row changes with the language.
  const words = useWords();
  const { cart, id, name, category, quantity, grossMinor, amountMinor, changedBy, change, currency, touched } = props;
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!touched) return;
    // Right before the frame is laid out: several scans within one frame pay for one layout.
    const frame = requestAnimationFrame(() => row.current?.scrollIntoView({ block: 'nearest' }));
    return () => cancelAnimationFrame(frame);
  }, [touched, quantity]);
  const Icon = changedBy === null ? null : ICONS[changedBy];

  return (
    <div
      className={styles.line}
      role="listitem"
      ref={row}
      data-touched={touched}
      data-waiting={changedBy === 'waiting' || undefined}
      data-tall={change !== null || undefined}
      onClick={() => cart.mark(id)}
    >
      <ProductTile name={name} category={category} sku={props.sku} />
      <div className={styles.what}>
        <span className={styles.name} dir="auto">
          {name}
        </span>
        <Detail {...props} words={words} />
        {Icon !== null && (
          <span className={styles.change} data-by={changedBy}>
            <Icon aria-hidden size={15} stroke={1.9} />
            <span>{change}</span>
          </span>
        )}
      </div>
      {props.weighed === null && !props.isFixed ? (
        <QuantityField {...{ cart, id, name, quantity }} marked={touched} onDone={props.onDone} onProblem={props.onProblem} />
      ) : (
        <span className={styles.weighed}>{props.weighed ?? formatNumber(quantity)}</span>
      )}
      <div className={styles.amount}>
        {amountMinor !== grossMinor && <s>{formatMoney(grossMinor, currency)}</s>}
        <span>{formatMoney(amountMinor, currency)}</span>
      </div>
    </div>
  );
});

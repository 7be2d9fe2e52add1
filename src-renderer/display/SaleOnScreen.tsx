import { useLayoutEffect, useRef } from 'react';
import type { SaleScene, ShownLine, ShownPayment } from '../kit/customer-view/customer-view.ts';
import { formatMoney, formatUnitPrice } from '../../texts/say/format-money.ts';
import { formatQuantity } from '../../texts/say/format-quantity.ts';
import { lineName } from '../../texts/say/line-name.ts';
import { useWords } from '../words/use-words.ts';
import styles from './Display.module.css';

interface SaleOnScreenProps {
  /** The name of the store. */
  readonly store: string;
  readonly scene: SaleScene;
}

/** The goods on the counter, and what is to pay for them. */
export function SaleOnScreen({ store, scene }: SaleOnScreenProps) {
  const words = useWords();
  const { lines, earlierLines, currency } = scene;
  const list = useRef<HTMLOListElement>(null);
  const marked = lines.findIndex(({ isMarked }) => isMarked);
  useLayoutEffect(() => {
    const shown = list.current?.children[marked === -1 ? lines.length - 1 : marked];
    shown?.scrollIntoView({ block: 'nearest' });
    if (list.current !== null) list.current.dataset['scrolled'] = String(list.current.scrollTop > 0);
  }, [marked, lines]);
  return (
    <div className={styles.sale}>
      <section className={styles.goods} aria-label={words('display.goods')}>
        <h1 className={styles.store}>
          <bdi>{store}</bdi>
        </h1>
        <ol className={styles.lines} ref={list}>
          {lines.map((line, index) => (
            <Line key={earlierLines + index} line={line} currency={currency} />
          ))}
        </ol>
      </section>
      <Sums scene={scene} />
    </div>
  );
}

function Line({ line, currency }: { readonly line: ShownLine; readonly currency: string }) {
  const words = useWords();
  const { quantity, quantityDecimals, unit, unitPrice, grossMinor, amountMinor, promotions } = line;
  const isWeighed = quantityDecimals > 0;
  const count = formatQuantity(quantity, quantityDecimals, unit);
  const price = formatUnitPrice(unitPrice, currency);
  const each = isWeighed ? words('counter.weighed', { quantity: count, price }) : words('display.times', { count, price });
  return (
    <li className={styles.line} data-marked={line.isMarked || undefined}>
      <div className={styles.what}>
        <span className={styles.name}>
          <bdi>{lineName({ ...line, reference: line.lastFour })}</bdi>
        </span>
        {(isWeighed || quantity > 1) && <span className={styles.detail}>{each}</span>}
        {promotions.length > 0 && (
          <span className={styles.promotion}>
            <bdi>{promotions.join(' · ')}</bdi>
          </span>
        )}
      </div>
      <div className={styles.amount}>
        {amountMinor < grossMinor && <s>{formatMoney(grossMinor, currency)}</s>}
        <span>{formatMoney(amountMinor, currency)}</span>
      </div>
    </li>
  );
}

/** What the sums come to. The last one is the one that the customer waits for: the total, what is left, or the change. */
function Sums({ scene }: { readonly scene: SaleScene }) {
  const words = useWords();
  const { currency, itemCount, discountMinor, taxMinor, totalMinor, payment } = scene;
  const rows: readonly (readonly [id: string, label: string, minor: number])[] = [
    ...(discountMinor > 0 ? [['saved', words('display.saved'), discountMinor] as const] : []),
    ...(taxMinor === null ? [] : [['tax', words('sale.tax'), taxMinor] as const]),
  ];
  return (
    <section className={styles.sums} aria-label={words('sale.total')}>
      <dl>
        <div>
          <dt>{words('sale.itemCount', { count: itemCount })}</dt>
        </div>
        {rows.map(([id, label, minor]) => (
          <div key={id} data-sum={id}>
            <dt>{label}</dt>
            <dd data-testid={id}>{formatMoney(minor, currency)}</dd>
          </div>
        ))}
        <div className={payment === null ? styles.large : styles.middle}>
          <dt>{words('sale.total')}</dt>
          <dd data-testid="total">{formatMoney(totalMinor, currency)}</dd>
        </div>
        {payment !== null && <Payment payment={payment} currency={currency} />}
      </dl>
    </section>
  );
}

function Payment({ payment, currency }: { readonly payment: ShownPayment; readonly currency: string }) {
  const words = useWords();
  const { takenMinor, pendingMinor, givenMinor, roundingMinor, leftMinor, changeMinor } = payment;
  const rows = [
    ['paid', words('payment.paid'), takenMinor],
    ['waits', words('payment.waits'), pendingMinor],
    ['rounding', words('sale.rounding'), roundingMinor],
    ['given', words('sale.cashGiven'), givenMinor ?? 0],
  ] as const;
  const isChange = leftMinor <= 0 && givenMinor !== null;
  return (
    <>
      {rows
        .filter(([, , minor]) => minor !== 0)
        .map(([id, label, minor]) => (
          <div key={id} data-sum={id}>
            <dt>{label}</dt>
            <dd data-testid={id}>{formatMoney(minor, currency)}</dd>
          </div>
        ))}
      <div className={styles.large}>
        <dt>{words(isChange ? 'sale.change' : 'sale.stillToPay')}</dt>
        <dd data-testid={isChange ? 'change' : 'left'}>{formatMoney(isChange ? changeMinor : leftMinor, currency)}</dd>
      </div>
    </>
  );
}

import { Button } from '@mantine/core';
import { lineName } from '../../../texts/say/line-name.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { formatQuantity } from '../../../texts/say/format-quantity.ts';
import { IconArrowLeft } from '../../kit/icons.ts';
import { words } from '../../../texts/words/words.ts';
import type { PaidSale } from './paid-sale.ts';
import styles from './Payment.module.css';

export interface PaidGoodsProps {
  readonly priced: PaidSale;
  readonly currency: string;
  /** Whether they stay as they are, because money may have moved for them. */
  readonly isFixed: boolean;
  readonly onBack: () => void;
}

/** What is bought, to read, and the way back to it. */
export function PaidGoods({ priced, currency, isFixed, onBack }: PaidGoodsProps) {
  return (
    <section className={styles.goods} aria-label={words('payment.goods')}>
      {isFixed ? (
        <p className={styles.fixed}>{words('payment.goodsFixed')}</p>
      ) : (
        <Button variant="default" leftSection={<IconArrowLeft aria-hidden size={20} />} aria-keyshortcuts="Escape" onClick={onBack}>
          {words('payment.backToSale')} <kbd className={styles.key}>Esc</kbd>
        </Button>
      )}
      <ul className={styles.lines} tabIndex={0}>
        {priced.lines.map((line) => (
          <li key={line.lineNo}>
            <span className={styles.name}>{lineName(line)}</span>
            <span className={styles.amount}>{formatMoney(line.totalMinor, currency)}</span>
            <span className={styles.detail}>{formatQuantity(line.quantity, line.quantityDecimals, line.unit)}</span>
          </li>
        ))}
      </ul>
      <dl className={styles.sums}>
        <dt>{words('sale.tax')}</dt>
        <dd>{formatMoney(priced.taxMinor, currency)}</dd>
        <dt>{words('sale.total')}</dt>
        <dd>{formatMoney(priced.totalMinor, currency)}</dd>
      </dl>
    </section>
  );
}

import type { ReturnRecorded } from '../../../domain/returns/operations.ts';
import { lineName } from '../../kit/line-name.ts';
import { formatMoney } from '../../kit/format-money.ts';
import styles from './Returns.module.css';
import { words } from '../../words/words.ts';

/** The receipt of a return: one that has just been recorded, or an old one. */
export function ReturnPaper({ recorded }: { readonly recorded: ReturnRecorded }) {
  const { receiptNumber, currency, refundMinor, roundingMinor, lines, origin, isVoid, points } = recorded.payload;
  return (
    <section className={styles.receipt} aria-label={words('returns.paper')}>
      <h2 className={styles.number}>{words(isVoid ? 'returns.voidPaper' : 'returns.return', { number: receiptNumber })}</h2>
      <span>
        {origin.kind === 'sale'
          ? words('returns.forReceipt', { number: origin.receiptNumber })
          : words('returns.forOrder', { number: origin.orderNumber })}
      </span>
      <ul className={styles.doneLines}>
        {lines.map((line) => (
          <li key={`${line.fulfillmentOrderId} ${line.lineNo} ${line.disposition}`}>
            <span className={styles.grow}>
              {line.quantity} × {lineName(line)}
              <span className={styles.where}>
                {line.disposition === 'restock' ? words('returns.backOnShelf') : words('returns.notForSale')}
              </span>
            </span>
            <span>{formatMoney(line.refundMinor, currency)}</span>
          </li>
        ))}
      </ul>
      <p className={styles.total}>
        <span>{words('returns.refund')}</span>
        <strong className={styles.amount}>{formatMoney(refundMinor, currency)}</strong>
      </p>
      {points !== null && points.takenBack > 0 && <p>{words('loyalty.takenBack', { count: points.takenBack })}</p>}
      {points !== null && points.givenBack > 0 && <p>{words('loyalty.givenBack', { count: points.givenBack })}</p>}
      {roundingMinor !== 0 && (
        <>
          <p className={styles.total}>
            <span>{words('sale.rounding')}</span>
            <span>{formatMoney(roundingMinor, currency)}</span>
          </p>
          <p className={styles.total}>
            <span>{words('returns.paidInCash')}</span>
            <strong>{formatMoney(refundMinor + roundingMinor, currency)}</strong>
          </p>
        </>
      )}
    </section>
  );
}

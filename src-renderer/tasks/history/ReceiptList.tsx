import { countItems } from '../../../texts/say/count-items.ts';
import { pickupExchanged } from '../../../domain/exchanges/operations.ts';
import { goodsReturned } from '../../../domain/returns/operations.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { formatExactMoment } from '../../../texts/say/format-time.ts';
import { unitWords } from '../../kit/order-words.ts';
import { useView } from '../../kit/register-context.tsx';
import styles from './History.module.css';
import { amountOf, isExchanged, type Receipt } from './journal-history.ts';
import { words } from '../../../texts/words/words.ts';

function unitsOf(receipt: Receipt): string {
  if (isExchanged(receipt)) {
    const units = unitWords(countItems(receipt.payload.sold.lines));
    return words(pickupExchanged.is(receipt) ? 'history.pickup' : 'history.exchange', { units });
  }
  const units = unitWords(countItems(receipt.payload.lines));
  if (!goodsReturned.is(receipt)) return units;
  return words(receipt.payload.isVoid ? 'history.voided' : 'history.return', { units });
}

export interface ReceiptListProps {
  /** Null before anything was read. */
  readonly receipts: readonly Receipt[] | null;
  readonly openId: string | null;
  readonly onOpen: (receipt: Receipt) => void;
}

/** Receipts with when they were made, their amount and their units. */
export function ReceiptList({ receipts, openId, onOpen }: ReceiptListProps) {
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  return (
    <ul className={styles.rows} aria-label={words('history.receipts')}>
      {receipts?.map((receipt) => (
        <li key={receipt.id}>
          <button type="button" className={styles.row} aria-current={receipt.id === openId} onClick={() => onOpen(receipt)}>
            <span className={styles.rowMain}>
              <strong>{receipt.payload.receiptNumber}</strong>
              <span>{formatExactMoment(receipt.at, timezone)}</span>
            </span>
            <span className={styles.rowSide}>
              <strong>{formatMoney(amountOf(receipt), receipt.payload.currency)}</strong>
              <span>{unitsOf(receipt)}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

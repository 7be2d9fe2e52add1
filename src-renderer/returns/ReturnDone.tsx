import { Button } from '@mantine/core';
import type { OperationOf } from '../../domain/operation/operation.ts';
import { formatMoney } from '../app/format-money.ts';
import { Notice } from '../app/Notice.tsx';
import styles from './Returns.module.css';

export interface ReturnDoneProps {
  readonly recorded: OperationOf<'goods_returned'>;
  readonly onAgain: () => void;
}

/** The return as it was recorded: its receipt number, the refund, and where the goods go. */
export function ReturnDone({ recorded, onAgain }: ReturnDoneProps) {
  const { receiptNumber, currency, refundMinor, refundTender, lines, origin } = recorded.payload;
  const amount = formatMoney(refundMinor, currency);
  return (
    <div className={styles.done}>
      <Notice tone="good">
        {refundTender === 'cash' ? `Give ${amount} from the drawer.` : `${amount} goes back to the original payment. No cash leaves the drawer.`}
      </Notice>
      <section className={styles.receipt} aria-label="Return receipt">
        <h2 className={styles.number}>Return {receiptNumber}</h2>
        <span>{origin.kind === 'sale' ? `For receipt ${origin.receiptNumber}` : `For online order ${origin.orderNumber}`}</span>
        <ul className={styles.doneLines}>
          {lines.map((line) => (
            <li key={`${line.fulfillmentOrderId} ${line.lineNo} ${line.disposition}`}>
              <span className={styles.grow}>
                {line.quantity} × {line.name}
                <span className={styles.where}>{line.disposition === 'restock' ? 'Back on the shelf' : 'Damaged: not for sale'}</span>
              </span>
              <span>{formatMoney(line.refundMinor, currency)}</span>
            </li>
          ))}
        </ul>
        <p className={styles.total}>
          <span>Refund</span>
          <strong className={styles.amount}>{amount}</strong>
        </p>
      </section>
      <Button size="lg" autoFocus onClick={onAgain}>
        Next return
      </Button>
    </div>
  );
}

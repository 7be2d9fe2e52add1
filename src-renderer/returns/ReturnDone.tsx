import { Button } from '@mantine/core';
import type { OperationOf } from '../../domain/operation/operation.ts';
import type { Returnable } from '../../domain/orders/order-intake.ts';
import { formatMoney } from '../app/format-money.ts';
import { Notice } from '../app/Notice.tsx';
import { useRegister } from '../app/register-context.tsx';
import { useScanner } from '../scanner/use-scanner.ts';
import styles from './Returns.module.css';

export interface ReturnDoneProps {
  readonly recorded: OperationOf<'goods_returned'>;
  /** Goes on with another receipt; null asks for its number. */
  readonly onAgain: (found: Returnable | null) => void;
}

/** The return as it was recorded: its receipt number, the refund, and where the goods go. */
export function ReturnDone({ recorded, onAgain }: ReturnDoneProps) {
  const { receiptNumber, currency, refundMinor, refundTender, lines, origin } = recorded.payload;
  const register = useRegister();
  useScanner(async (code) => {
    const found = await register.findReturnable(code).catch(() => 'not_here' as const);
    return typeof found === 'string' ? `${code} was scanned. Scan the receipt of the next return.` : (onAgain(found), null);
  });
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
      <Button size="lg" autoFocus onClick={() => onAgain(null)}>
        Next return
      </Button>
    </div>
  );
}

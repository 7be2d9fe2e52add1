import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { formatMoney } from '../../kit/format-money.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useView } from '../../kit/register-context.tsx';
import styles from './Returns.module.css';
import { words } from '../../words/words.ts';
import { richWords } from '../../words/rich-words.tsx';

export interface RefundBarProps {
  /** Whether the refund comes out of the drawer; else it goes to the original payment. */
  readonly cash: boolean;
  readonly refundMinor: number;
  readonly currency: string;
  readonly units: number;
  readonly busy: boolean;
  readonly onReturn: () => void;
}

/** The refund as it grows, and the button that gives it. */
export function RefundBar({ cash, refundMinor, currency, units, busy, onReturn }: RefundBarProps) {
  const isClosed = useView((view) => view.openShift === null) && cash;
  return (
    <footer className={styles.foot}>
      {isClosed && (
        <Notice
          tone="warn"
          action={
            <Button component={Link} href="/shift" variant="default">
              {words('returns.openShift')}
            </Button>
          }
        >
          {words('returns.needsShift')}
        </Notice>
      )}
      <div className={styles.refund}>
        <span aria-live="polite">
          {richWords(cash ? 'returns.refundCash' : 'returns.refundOriginal', {
            amount: <strong className={styles.amount}>{formatMoney(refundMinor, currency)}</strong>,
          })}
        </span>
        <Button size="lg" disabled={units === 0 || isClosed} loading={busy} onClick={onReturn}>
          {words('returns.submit', { count: units })}
        </Button>
      </div>
    </footer>
  );
}

import { Button } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { words } from '../../../texts/words/words.ts';
import styles from './Payment.module.css';

interface HandedRowProps {
  readonly icon: TablerIcon;
  readonly name: string;
  readonly detail: string;
  readonly tone: 'good' | 'warn';
  readonly amountMinor: number;
  readonly currency: string;
  /** Gives it back to the customer: it is taken only when the sale is recorded. */
  readonly onUndo: () => void;
}

/** What was handed over, as one line of the plan: what it pays, and the way back. */
export function HandedRow({ icon: Icon, name, detail, tone, amountMinor, currency, onUndo }: HandedRowProps) {
  return (
    <li className={styles.row} data-tone={tone}>
      <Icon aria-hidden size={24} />
      <div className={styles.rowText}>
        <strong>{name}</strong>
        <span>{detail}</span>
      </div>
      <span className={styles.amount}>{formatMoney(amountMinor, currency)}</span>
      <Button variant="default" onClick={onUndo}>
        {words('payment.undo')}
      </Button>
    </li>
  );
}

import { Button } from '@mantine/core';
import { formatMoney } from '../../kit/format-money.ts';
import { ReceiptPaper } from './ReceiptPaper.tsx';
import styles from './ReceiptView.module.css';
import type { CompletedSale } from './record-sale.ts';
import { words } from '../../words/words.ts';

/** The receipt of a sale that has just been recorded, and the way to the next one. */
export function ReceiptView({ sale, onNext }: { readonly sale: CompletedSale; readonly onNext: () => void }) {
  const { payload } = sale;
  const change = payload.tenders.reduce((sum, tender) => sum + (tender.kind === 'cash' ? tender.changeMinor : 0), 0);
  return (
    <div className={styles.layout}>
      <ReceiptPaper sale={sale} />
      <div className={styles.next}>
        <p className={styles.label} role="status">
          {words('sale.complete', { number: payload.receiptNumber })}
        </p>
        <p className={styles.change}>{formatMoney(change, payload.currency)}</p>
        <Button size="xl" autoFocus onClick={onNext}>
          {words('sale.next')} <kbd className={styles.key}>Enter</kbd>
        </Button>
        <p className={styles.hint}>{words('sale.orScanNext')}</p>
      </div>
    </div>
  );
}

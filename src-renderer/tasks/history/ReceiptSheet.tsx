import { Button } from '@mantine/core';
import { associateDocument } from '../../../domain/associates/documents.ts';
import { saleCompleted } from '../../../domain/sale/operations.ts';
import { IconArrowLeft } from '../../kit/icons.ts';
import { useDocumentList } from '../../kit/register-context.tsx';
import { ReturnPaper } from '../returns/ReturnPaper.tsx';
import { ReceiptPaper } from '../sale/ReceiptPaper.tsx';
import styles from './History.module.css';
import type { Receipt } from './journal-history.ts';

/** One receipt as it was printed, and who recorded it. */
export function ReceiptSheet({ receipt, onClose }: { readonly receipt: Receipt; readonly onClose: () => void }) {
  const associates = useDocumentList(associateDocument);
  return (
    <div className={styles.sheet}>
      <Button className={styles.back ?? ''} variant="default" leftSection={<IconArrowLeft aria-hidden size={20} />} onClick={onClose}>
        All receipts
      </Button>
      <p className={styles.hint}>
        Recorded by {associates.find((one) => one.id === receipt.associateId)?.name ?? 'somebody who is not known here'}.
      </p>
      {saleCompleted.is(receipt) ? <ReceiptPaper sale={receipt} /> : <ReturnPaper recorded={receipt} />}
    </div>
  );
}

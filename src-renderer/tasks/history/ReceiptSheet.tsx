import { Button } from '@mantine/core';
import { associateDocument } from '../../../domain/associates/documents.ts';
import { inParts, soldOf } from '../../../domain/exchanges/parts-of.ts';
import { goodsReturned } from '../../../domain/returns/operations.ts';
import { saleCompleted, type SaleRecorded } from '../../../domain/sale/operations.ts';
import type { SaleOnPaper } from '../../../texts/paper/receipt-paper.ts';
import { Notice } from '../../kit/Notice.tsx';
import { IconArrowLeft } from '../../kit/icons.ts';
import { useDocumentList } from '../../kit/register-context.tsx';
import { PrintedReturn } from '../returns/PrintedReturn.tsx';
import { PrintedReceipt } from '../sale/PrintedReceipt.tsx';
import styles from './History.module.css';
import { type Exchanged, isExchanged, type Receipt } from './journal-history.ts';
import { OrderStates } from './OrderStates.tsx';
import { VoidButton } from './VoidButton.tsx';
import { words } from '../../../texts/words/words.ts';

/** A sale, and what came back in the same exchange. */
function onPaper(receipt: SaleRecorded | Exchanged): SaleOnPaper {
  if (!isExchanged(receipt)) return receipt;
  const back = inParts(receipt).find((one) => goodsReturned.is(one));
  return { ...receipt, payload: soldOf(receipt.payload), ...(back !== undefined && { back: back.payload }) };
}

/** One receipt as it was printed, and who recorded it. */
export function ReceiptSheet({ receipt, onClose }: { readonly receipt: Receipt; readonly onClose: () => void }) {
  const associates = useDocumentList(associateDocument);
  const name = associates.find((one) => one.id === receipt.associateId)?.name;
  return (
    <div className={styles.sheet}>
      <Button className={styles.back ?? ''} variant="default" leftSection={<IconArrowLeft aria-hidden size={20} />} onClick={onClose}>
        {words('history.allReceipts')}
      </Button>
      <p className={styles.hint}>{name === undefined ? words('history.unknownPerson') : words('history.recordedBy', { name })}</p>
      {saleCompleted.is(receipt) && <OrderStates sale={receipt.payload} />}
      {saleCompleted.is(receipt) && <VoidButton receipt={receipt} />}
      {isExchanged(receipt) && <Notice tone="info">{words('exchange.noVoid')}</Notice>}
      {isExchanged(receipt) && <OrderStates sale={soldOf(receipt.payload)} />}
      {goodsReturned.is(receipt) ? <PrintedReturn recorded={receipt} isNew={false} /> : <PrintedReceipt sale={onPaper(receipt)} isCopy />}
    </div>
  );
}

import { goodsReturned } from '../../../domain/returns/operations.ts';
import { saleCompleted } from '../../../domain/sale/operations.ts';
import { associateDocument } from '../../../domain/associates/documents.ts';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatMoney } from '../../kit/format-money.ts';
import { formatMoment } from '../../kit/format-time.ts';
import { IconArrowLeft, IconSearch } from '../../kit/icons.ts';
import { ListAndDetail } from '../../kit/ListAndDetail.tsx';
import { Empty, Notice } from '../../kit/Notice.tsx';
import { useDocumentList, useRegister, useView } from '../../kit/register-context.tsx';
import { unitWords } from '../../kit/order-words.ts';
import { ReturnPaper } from '../returns/ReturnPaper.tsx';
import { ReceiptPaper } from '../sale/ReceiptPaper.tsx';
import { useScanner } from '../../kit/scanner/use-scanner.ts';
import styles from './History.module.css';
import { amountOf, readHistorySearch, type Receipt, searchReceipts } from './journal-history.ts';
import { useReceipts } from './use-receipts.ts';

const unitsOf = (receipt: Receipt) => receipt.payload.lines.reduce((sum, line) => sum + line.quantity, 0);

/** Sales and returns of this register, the newest first, by receipt number or amount. */
export function PastReceipts() {
  const register = useRegister();
  const currency = useView((view) => view.company?.currency ?? 'USD');
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const associates = useDocumentList(associateDocument);
  const [text, setText] = useState('');
  const [open, setOpen] = useState<Receipt | null>(null);
  const { prefix } = register.identity;
  const search = readHistorySearch(text, prefix, currency);
  const { receipts, hasMore, failed, more } = useReceipts(search);

  useScanner(async (code) => {
    const asked = readHistorySearch(code, prefix, currency);
    const { lastSeq } = register.sync.getState();
    const [found] = asked.kind === 'receipt' ? (await searchReceipts(register, asked, lastSeq + 1, lastSeq, 1)).receipts : [];
    if (found === undefined) return `${code} is no receipt of this register.`;
    setOpen(found);
    return null;
  });

  return (
    <ListAndDetail
      isOpen={open !== null}
      list={
        <>
          <TextInput
            aria-label="Search receipts"
            placeholder="Receipt number or amount"
            leftSection={<IconSearch aria-hidden size={22} />}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              const [only] = receipts ?? [];
              if (event.key === 'Enter' && receipts?.length === 1 && only !== undefined) setOpen(only);
            }}
            autoComplete="off"
            data-search
          />
          {failed && <Notice tone="bad">The journal of this device could not be read. Load the app again.</Notice>}
          {receipts?.length === 0 && !hasMore && (
            <Empty title={text.trim() === '' ? 'Nothing was sold here yet' : `No receipt of this register matches “${text.trim()}”`}>
              {text.trim() !== '' && `Enter a receipt number such as ${prefix}-000042, or an amount such as 12.50.`}
            </Empty>
          )}
          <ul className={styles.rows} aria-label="Receipts">
            {receipts?.map((receipt) => (
              <li key={receipt.id}>
                <button type="button" className={styles.row} aria-current={receipt.id === open?.id} onClick={() => setOpen(receipt)}>
                  <span className={styles.rowMain}>
                    <strong>{receipt.payload.receiptNumber}</strong>
                    <span>{formatMoment(receipt.at, timezone)}</span>
                  </span>
                  <span className={styles.rowSide}>
                    <strong>{formatMoney(amountOf(receipt), receipt.payload.currency)}</strong>
                    <span>
                      {goodsReturned.is(receipt) && 'Return, '}
                      {unitWords(unitsOf(receipt))}
                    </span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
          {hasMore && (
            <Button variant="default" onClick={more}>
              Show earlier
            </Button>
          )}
        </>
      }
      detail={
        open === null ? (
          <Empty title="Choose a receipt">Or scan its barcode.</Empty>
        ) : (
          <div className={styles.sheet}>
            <Button
              className={styles.back ?? ''}
              variant="default"
              leftSection={<IconArrowLeft aria-hidden size={20} />}
              onClick={() => setOpen(null)}
            >
              All receipts
            </Button>
            <p className={styles.hint}>
              Recorded by {associates.find((one) => one.id === open.associateId)?.name ?? 'somebody who is not known here'}.
            </p>
            {saleCompleted.is(open) ? <ReceiptPaper sale={open} /> : <ReturnPaper recorded={open} />}
          </div>
        )
      }
    />
  );
}

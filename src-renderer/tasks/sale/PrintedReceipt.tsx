import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { IconGift, IconPrinter } from '../../kit/icons.ts';
import { lineName } from '../../../texts/say/line-name.ts';
import { Notice } from '../../kit/Notice.tsx';
import { MailReceipt } from '../../kit/paper/MailReceipt.tsx';
import { PaperSheet } from '../../kit/paper/PaperSheet.tsx';
import { PdfButton } from '../../kit/paper/PdfButton.tsx';
import { PrintoutNotice } from '../../kit/paper/PrintoutNotice.tsx';
import { useCountedCopies } from '../../kit/paper/use-counted-copies.ts';
import { usePrintAtOnce } from '../../kit/paper/use-print-at-once.ts';
import { usePrintout } from '../../kit/paper/use-printout.ts';
import type { SaleOnPaper } from '../../../texts/paper/receipt-paper.ts';
import { useReceiptPaper } from '../../kit/paper/use-receipt-paper.ts';
import styles from './ReceiptView.module.css';
import { receiptPrinting } from '../../../domain/sale/settings.ts';
import { useSetting } from '../../kit/register-context.tsx';
import { words } from '../../../texts/words/words.ts';

interface PrintedReceiptProps {
  readonly sale: SaleOnPaper;
  readonly ofThisStore?: boolean;
  readonly isCopy?: boolean;
  /** Names the first receipt of a sale that has just been recorded. It is printed at once, where there is a printer. */
  readonly firstId?: string;
}

/** A receipt with what can be done with it: print it, or make a gift receipt of some of its lines. */
export function PrintedReceipt({ sale, ofThisStore = true, isCopy = false, firstId }: PrintedReceiptProps) {
  const { lines, receiptNumber, customerId } = sale.payload;
  const gifts = lines.filter(({ kind }) => kind === 'goods');
  const [giftLines, setGiftLines] = useState<ReadonlySet<number> | null>(null);
  const toggle = (lineNo: number, isIn: boolean) =>
    setGiftLines((before) => new Set(isIn ? [...(before ?? []), lineNo] : [...(before ?? [])].filter((one) => one !== lineNo)));
  const paperOf = useReceiptPaper(sale, ofThisStore);
  const [receipt, gift] = [usePrintout(firstId ?? null), usePrintout(null)];
  const isGift = giftLines !== null;
  const copies = useCountedCopies({ receipt: 'sale', receiptNumber });
  const shown = paperOf({ isCopy, copyNo: isCopy ? copies.copyNo : undefined, giftLines });
  const printing = isGift ? gift : receipt;
  // A gift receipt has no amounts: a second one is for a second present.
  function print(): void {
    const { id, isAgain } = printing.next();
    if (isGift || !(isCopy || isAgain)) return printing.print(() => paperOf({ isCopy, giftLines }));
    void copies.make(id, (copyNo) => printing.print(() => paperOf({ isCopy: true, copyNo, giftLines })));
  }
  const isAtOnce = useSetting(receiptPrinting) === 'at_once';
  usePrintAtOnce(firstId !== undefined && receipt.hasPrinter && isAtOnce, print);
  return (
    <div className={styles.printed}>
      <div className={styles.slips}>
        <Button
          variant="default"
          leftSection={<IconPrinter aria-hidden size={20} />}
          disabled={giftLines?.size === 0}
          loading={printing.said === 'printing'}
          onClick={print}
        >
          {words(printing.said === null || printing.said === 'printing' ? 'sale.print' : 'printer.again')}
        </Button>
        {gifts.length > 0 && (
          <Button
            variant={isGift ? 'light' : 'default'}
            aria-pressed={isGift}
            leftSection={<IconGift aria-hidden size={20} />}
            onClick={() => setGiftLines(isGift ? null : new Set(gifts.map(({ lineNo }) => lineNo)))}
          >
            {words('sale.giftReceipt')}
          </Button>
        )}
        {isCopy && <PdfButton name={shown.title} byBrowser={receipt.hasPrinter} make={isGift ? undefined : copies.make} />}
        {!isGift && <MailReceipt receipt="sale" {...{ receiptNumber, customerId }} isCopy={isCopy || receipt.said !== null} />}
      </div>
      {copies.problem !== null && <Notice tone="warn">{copies.problem}</Notice>}
      <PrintoutNotice said={printing.said} />
      {isGift && gifts.length > 1 && (
        <fieldset className={styles.gifts}>
          <legend>{words('sale.giftLines')}</legend>
          {gifts.map((line) => (
            <Checkbox
              key={line.lineNo}
              label={lineName(line)}
              checked={giftLines.has(line.lineNo)}
              onChange={(event) => toggle(line.lineNo, event.currentTarget.checked)}
            />
          ))}
        </fieldset>
      )}
      <PaperSheet paper={shown} />
    </div>
  );
}

import { Button, Group } from '@mantine/core';
import type { ReturnRecorded } from '../../../domain/returns/operations.ts';
import { IconPrinter } from '../../kit/icons.ts';
import { Notice } from '../../kit/Notice.tsx';
import { MailReceipt } from '../../kit/paper/MailReceipt.tsx';
import { PaperSheet } from '../../kit/paper/PaperSheet.tsx';
import { PdfButton } from '../../kit/paper/PdfButton.tsx';
import { PrintoutNotice } from '../../kit/paper/PrintoutNotice.tsx';
import { useCountedCopies } from '../../kit/paper/use-counted-copies.ts';
import { usePrintAtOnce } from '../../kit/paper/use-print-at-once.ts';
import { usePrintout } from '../../kit/paper/use-printout.ts';
import { paperIn } from '../../../texts/paper/paper-in.ts';
import { returnPaper } from '../../../texts/paper/return-paper.ts';
import { useReceiptFacts } from '../../kit/paper/use-receipt-facts.ts';
import { useReceiptLanguages } from '../../kit/paper/use-receipt-languages.ts';
import { words } from '../../../texts/words/words.ts';

interface PrintedReturnProps {
  readonly recorded: ReturnRecorded;
  /** Whether it has just been recorded: it is printed at once then, where there is a printer. */
  readonly isNew: boolean;
}

/** The receipt of a return: one that has just been recorded, or an old one. */
export function PrintedReturn({ recorded, isNew }: PrintedReturnProps) {
  const { receiptNumber, customerId } = recorded.payload;
  const facts = useReceiptFacts(true);
  const languages = useReceiptLanguages();
  const copies = useCountedCopies({ receipt: 'return', receiptNumber });
  const paperOf = (isCopy: boolean, copyNo?: number) => paperIn(languages, () => returnPaper(recorded, facts, isCopy, copyNo));
  const printing = usePrintout(isNew ? recorded.id : null);
  const shown = paperOf(!isNew, isNew ? undefined : copies.copyNo);
  function print(): void {
    const { id, isAgain } = printing.next();
    if (isNew && !isAgain) return printing.print(() => paperOf(false));
    void copies.make(id, (copyNo) => printing.print(() => paperOf(true, copyNo)));
  }
  usePrintAtOnce(isNew && printing.hasPrinter, print);
  return (
    <>
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<IconPrinter aria-hidden size={20} />}
          loading={printing.said === 'printing'}
          onClick={print}
        >
          {words(printing.said === null || printing.said === 'printing' ? 'sale.print' : 'printer.again')}
        </Button>
        {!isNew && <PdfButton name={shown.title} byBrowser={printing.hasPrinter} make={copies.make} />}
        <MailReceipt receipt="return" {...{ receiptNumber, customerId }} isCopy={!isNew || printing.said !== null} />
      </Group>
      {copies.problem !== null && <Notice tone="warn">{copies.problem}</Notice>}
      <PrintoutNotice said={printing.said} />
      <PaperSheet paper={shown} />
    </>
  );
}

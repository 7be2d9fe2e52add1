import { Button } from '@mantine/core';
import { IconPrinter } from '../../kit/icons.ts';
import { PrintoutNotice } from '../../kit/paper/PrintoutNotice.tsx';
import { usePrintout } from '../../kit/paper/use-printout.ts';
import { useSlipHead } from '../../kit/paper/use-slip-head.ts';
import { type PrintedReport, tillReportPaper } from '../../kit/reports/till-report-paper.ts';
import { words } from '../../../texts/words/words.ts';

/** Prints a till report on the receipt printer, where the register has one. */
export function PrintSlip(printed: PrintedReport) {
  const printing = usePrintout(null, 'report');
  const topAt = useSlipHead();
  if (!printing.hasPrinter) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPrinter aria-hidden size={20} />}
        loading={printing.said === 'printing'}
        onClick={() => printing.print(() => tillReportPaper(printed, topAt(new Date().toISOString())))}
      >
        {words('tillReport.printSlip')}
      </Button>
      <PrintoutNotice said={printing.said} part="report" />
    </>
  );
}

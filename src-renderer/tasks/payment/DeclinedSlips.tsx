import { Button } from '@mantine/core';
import { words } from '../../../texts/words/words.ts';
import type { OpenCardPayment } from '../../kit/card-services.ts';
import { PrintoutNotice } from '../../kit/paper/PrintoutNotice.tsx';
import { usePrintout } from '../../kit/paper/use-printout.ts';
import { useSlipHead } from '../../kit/paper/use-slip-head.ts';
import { whyNot } from './card-words.ts';
import { declinedPaper } from './declined-paper.ts';
import styles from './Payment.module.css';

/** The slips of a declined card payment, for the customer and for the shop, where the register has a printer. */
export function DeclinedSlips({ card }: { readonly card: OpenCardPayment }) {
  const printing = usePrintout(null);
  const top = useSlipHead();
  if (!printing.hasPrinter) return null;
  const { attempt, currency } = card;
  const { terminalId, amountMinor, condition } = attempt;
  const declined = { terminalId, amountMinor, currency, why: whyNot(condition), card: attempt.card };
  return (
    <>
      <div className={styles.pair}>
        {(['customer', 'shop'] as const).map((whose) => (
          <Button
            key={whose}
            variant="default"
            onClick={() => printing.print(() => declinedPaper(declined, top(new Date().toISOString()), whose))}
          >
            {words(`payment.slipFor.${whose}`)}
          </Button>
        ))}
      </div>
      <PrintoutNotice said={printing.said} part={null} />
    </>
  );
}

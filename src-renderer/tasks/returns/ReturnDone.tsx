import { Button, Group } from '@mantine/core';
import { useLocation } from 'wouter';
import type { ReturnRecorded } from '../../../domain/returns/operations.ts';
import type { Returnable } from '../../../domain/orders/order-intake.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useRegister } from '../../kit/register-context.tsx';
import { useScanner } from '../../kit/scanner/use-scanner.ts';
import { waitingCreditsOf } from '../payment/waiting-credit.ts';
import { PrintedReturn } from './PrintedReturn.tsx';
import styles from './Returns.module.css';
import { words } from '../../../texts/words/words.ts';

export interface ReturnDoneProps {
  readonly recorded: ReturnRecorded;
  /** Of the store credit that was issued: it is told until somebody goes on, and never again. */
  readonly creditNumber: string | null;
  /** Goes on with another receipt; null asks for its number. */
  readonly onAgain: (found: Returnable | null) => void;
}

/** What became of a part of the refund, and what the person has to do. */
export function doneWords(kind: ReturnRecorded['payload']['tenders'][number]['kind'], amount: string, creditNumber: string | null): string {
  if (kind === 'cash') return words('returns.give', { amount });
  if (kind === 'card') return words('returns.wentToCard', { amount });
  if (kind === 'original_payment') return words('returns.goesBack', { amount });
  if (kind === 'store_credit' && creditNumber !== null)
    return words('returns.creditIssued', { amount, number: creditNumber.replace(/(\d{4})(?=\d)/g, '$1 ') });
  return words('returns.wentTo', { amount, what: words(`payment.kind.${kind}`) });
}

/** The return as it was recorded: its receipt number, the refund, and where the goods go. */
export function ReturnDone({ recorded, creditNumber, onAgain }: ReturnDoneProps) {
  const { currency, tenders, origin } = recorded.payload;
  const register = useRegister();
  const [, navigate] = useLocation();
  const credit = tenders.find(({ kind, amountMinor }) => kind === 'store_credit' && amountMinor > 0);

  /** The number stands at the till until the customer has it, or a sale has used it up. */
  function putOnSale(number: string, leftMinor: number): void {
    waitingCreditsOf(register).put({ number, currency, leftMinor });
    onAgain(null);
    navigate('/sale');
  }

  useScanner(async (code) => {
    const found = await register.findReturnable(code).catch(() => 'not_here' as const);
    return typeof found === 'string' ? words('returns.scanNext', { code }) : (onAgain(found), null);
  });
  return (
    <div className={styles.done}>
      {tenders.map(({ kind, reference, currency: of, amountMinor, notes }) => (
        <Notice key={`${kind} ${reference} ${of}`} tone={amountMinor < 0 ? 'warn' : 'good'}>
          {amountMinor < 0
            ? words('returns.takeChange', { amount: formatMoney(-amountMinor, currency) })
            : doneWords(kind, notes === undefined ? formatMoney(amountMinor, currency) : formatMoney(notes.givenMinor, of), creditNumber)}
        </Notice>
      ))}
      <Group gap="xs">
        <Button size="lg" autoFocus onClick={() => onAgain(null)}>
          {words(origin.kind === 'empties' ? 'sale.next' : 'returns.next')}
        </Button>
        {creditNumber !== null && credit !== undefined && (
          <Button size="lg" variant="default" onClick={() => putOnSale(creditNumber, credit.amountMinor)}>
            {words('credit.toSale')}
          </Button>
        )}
      </Group>
      <PrintedReturn recorded={recorded} isNew />
    </div>
  );
}

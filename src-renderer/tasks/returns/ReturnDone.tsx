import { Button } from '@mantine/core';
import type { ReturnRecorded } from '../../../domain/returns/operations.ts';
import type { Returnable } from '../../../domain/orders/order-intake.ts';
import { formatMoney } from '../../kit/format-money.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useRegister } from '../../kit/register-context.tsx';
import { useScanner } from '../../kit/scanner/use-scanner.ts';
import { ReturnPaper } from './ReturnPaper.tsx';
import styles from './Returns.module.css';
import { words } from '../../words/words.ts';

export interface ReturnDoneProps {
  readonly recorded: ReturnRecorded;
  /** Goes on with another receipt; null asks for its number. */
  readonly onAgain: (found: Returnable | null) => void;
}

/** The return as it was recorded: its receipt number, the refund, and where the goods go. */
export function ReturnDone({ recorded, onAgain }: ReturnDoneProps) {
  const { currency, refundMinor, roundingMinor, tenders } = recorded.payload;
  const register = useRegister();
  useScanner(async (code) => {
    const found = await register.findReturnable(code).catch(() => 'not_here' as const);
    return typeof found === 'string' ? words('returns.scanNext', { code }) : (onAgain(found), null);
  });
  const amount = formatMoney(refundMinor + roundingMinor, currency);
  return (
    <div className={styles.done}>
      <Notice tone="good">
        {tenders.some((one) => one.kind === 'cash') ? words('returns.give', { amount }) : words('returns.goesBack', { amount })}
      </Notice>
      <ReturnPaper recorded={recorded} />
      <Button size="lg" autoFocus onClick={() => onAgain(null)}>
        {words('returns.next')}
      </Button>
    </div>
  );
}

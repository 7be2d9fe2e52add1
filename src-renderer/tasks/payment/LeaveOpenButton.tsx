import { accept } from '../../../domain/base/result.ts';
import { cardPaymentLeftOpen } from '../../../domain/payments/operations.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { useRegister } from '../../kit/register-context.tsx';
import { words } from '../../../texts/words/words.ts';
import { TwoSteps } from './TwoSteps.tsx';

export interface LeaveOpenButtonProps {
  readonly paymentId: string;
  readonly amountMinor: number;
  readonly currency: string;
  /** Why somebody answers for it: another tender pays, or the shift ends. */
  readonly reason: 'other_tender' | 'shift_ends';
}

/** Somebody answers for a payment that nobody can tell about for now. A colleague approves it where the roles say so (rule A1). */
export function LeaveOpenButton({ paymentId, amountMinor, currency, reason }: LeaveOpenButtonProps) {
  const { record } = useRegister();
  return (
    <TwoSteps
      first={words(reason === 'other_tender' ? 'payment.payOtherwise' : 'payment.leaveOpen')}
      second={words('payment.leaveOpenAmount', { amount: formatMoney(amountMinor, currency) })}
      text={words('payment.leaveOpenText')}
      onConfirm={() => record(() => accept(cardPaymentLeftOpen.request({ paymentId, reason })))}
    />
  );
}

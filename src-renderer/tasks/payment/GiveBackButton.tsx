import { formatMoney } from '../../../texts/say/format-money.ts';
import { useRegister } from '../../kit/register-context.tsx';
import { words } from '../../../texts/words/words.ts';
import { TwoSteps } from './TwoSteps.tsx';

export interface GiveBackButtonProps {
  readonly paymentId: string;
  /** What goes back, in minor units. */
  readonly amountMinor: number;
  readonly currency: string;
}

/** Gives back what a card paid, in two deliberate steps. */
export function GiveBackButton({ paymentId, amountMinor, currency }: GiveBackButtonProps) {
  const { cards } = useRegister();
  return (
    <TwoSteps
      first={words('payment.giveBack')}
      second={words('payment.giveBackAmount', { amount: formatMoney(amountMinor, currency) })}
      onConfirm={() => cards.giveBack(paymentId)}
    />
  );
}

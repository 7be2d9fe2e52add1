import { worthOf } from '../../../domain/payments/foreign-cash.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { IconCoins } from '../../kit/icons.ts';
import { useRegister } from '../../kit/register-context.tsx';
import { words } from '../../../texts/words/words.ts';
import { HandedRow } from './HandedRow.tsx';
import { paymentEntriesOf } from './payment-entry.ts';
import type { TenderRowProps } from './tender-kind.ts';
import { useHandedOver } from './use-handed-tenders.ts';

/** Notes of another currency in the plan: what was given, and what it is worth. */
export function ForeignCashRow({ payment: { cartId, currency }, tenderId }: TenderRowProps) {
  const { enter } = paymentEntriesOf(useRegister());
  const { foreignNotes } = useHandedOver(cartId);
  const notes = foreignNotes.find((one) => one.currency === tenderId);
  if (notes === undefined) return null;
  return (
    <HandedRow
      icon={IconCoins}
      name={formatMoney(notes.givenMinor, notes.currency)}
      detail={words('payment.rateIs', { currency: notes.currency, rate: notes.rate, own: currency })}
      tone="good"
      amountMinor={worthOf(notes, currency) ?? 0}
      currency={currency}
      onUndo={() => enter(cartId, { foreignNotes: foreignNotes.filter((one) => one.currency !== tenderId) })}
    />
  );
}

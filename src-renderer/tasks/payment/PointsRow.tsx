import { IconDiscount } from '../../kit/icons.ts';
import { useRegister } from '../../kit/register-context.tsx';
import { words } from '../../../texts/words/words.ts';
import { HandedRow } from './HandedRow.tsx';
import { paymentEntriesOf } from './payment-entry.ts';
import type { TenderRowProps } from './tender-kind.ts';
import { useHandedOver } from './use-handed-tenders.ts';

/** Points as one line of the plan: how many pay, and the way back. */
export function PointsRow({ payment: { cartId, currency }, tenderId }: TenderRowProps) {
  const { enter } = paymentEntriesOf(useRegister());
  const { storedValues: entered } = useHandedOver(cartId);
  const found = entered.find(({ tender }) => tender.reference === tenderId);
  if (found === undefined) return null;
  const { tender, leftMinor, points = 0 } = found;
  return (
    <HandedRow
      icon={IconDiscount}
      name={words('loyalty.points', { count: points })}
      detail={leftMinor === null ? words('payment.giftCardOffline') : words('loyalty.has', { count: leftMinor })}
      tone={leftMinor === null ? 'warn' : 'good'}
      amountMinor={tender.amountMinor}
      currency={currency}
      onUndo={() => enter(cartId, { storedValues: entered.filter((one) => one.tender.reference !== tenderId) })}
    />
  );
}

import { lastFourOf } from '../../../domain/stored-value/stored-value.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { IconGift } from '../../kit/icons.ts';
import { useRegister } from '../../kit/register-context.tsx';
import { words } from '../../../texts/words/words.ts';
import { HandedRow } from './HandedRow.tsx';
import { paymentEntriesOf } from './payment-entry.ts';
import type { TenderRowProps } from './tender-kind.ts';
import { useHandedOver } from './use-handed-tenders.ts';

/** A gift card or store credit as one line of the plan: what it pays, what stays on it, and the way back. */
export function StoredValueRow({ payment, tenderId }: TenderRowProps) {
  const { cartId, currency } = payment;
  const { enter } = paymentEntriesOf(useRegister());
  const { storedValues: entered } = useHandedOver(cartId);
  const found = entered.find(({ tender }) => tender.reference === tenderId);
  if (found === undefined) return null;
  const { tender, leftMinor } = found;
  const isOffline = tender.state === 'offline';
  return (
    <HandedRow
      icon={IconGift}
      name={words('payment.cardEnding', { scheme: words(`payment.kind.${tender.kind}`), digits: lastFourOf(tenderId) })}
      detail={
        isOffline || leftMinor === null
          ? words('payment.giftCardOffline')
          : words('payment.leftOnCard', { amount: formatMoney(leftMinor, currency) })
      }
      tone={isOffline ? 'warn' : 'good'}
      amountMinor={tender.amountMinor}
      currency={currency}
      onUndo={() => enter(cartId, { storedValues: entered.filter((one) => one.tender.reference !== tenderId) })}
    />
  );
}

import { formatMoney } from '../../../texts/say/format-money.ts';
import { IconReportMoney } from '../../kit/icons.ts';
import { useRegister } from '../../kit/register-context.tsx';
import { words } from '../../../texts/words/words.ts';
import { HandedRow } from './HandedRow.tsx';
import { paymentEntriesOf } from './payment-entry.ts';
import type { TenderRowProps } from './tender-kind.ts';
import { useHandedOver } from './use-handed-tenders.ts';

/** What is put on account, as one line of the plan: what is left up to the limit after it, and the way back. */
export function AccountRow({ payment, tenderId }: TenderRowProps) {
  const { cartId, currency } = payment;
  const { enter } = paymentEntriesOf(useRegister());
  const { storedValues: entered } = useHandedOver(cartId);
  const found = entered.find(({ tender }) => tender.reference === tenderId);
  if (found === undefined) return null;
  const { tender, leftMinor } = found;
  const after = leftMinor === null ? null : formatMoney(Math.abs(leftMinor), currency);
  return (
    <HandedRow
      icon={IconReportMoney}
      name={words('payment.kind.account')}
      detail={
        after === null
          ? words('payment.giftCardOffline')
          : words((leftMinor ?? 0) < 0 ? 'account.overAfter' : 'account.leftAfter', { amount: after })
      }
      tone={leftMinor === null || leftMinor < 0 ? 'warn' : 'good'}
      amountMinor={tender.amountMinor}
      currency={currency}
      onUndo={() => enter(cartId, { storedValues: entered.filter((one) => one.tender.reference !== tenderId) })}
    />
  );
}

import { voucherKinds } from '../../../domain/payments/settings.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { IconTicket } from '../../kit/icons.ts';
import { useRegister, useSetting } from '../../kit/register-context.tsx';
import { words } from '../../../texts/words/words.ts';
import { HandedRow } from './HandedRow.tsx';
import { paymentEntriesOf } from './payment-entry.ts';
import type { TenderRowProps } from './tender-kind.ts';
import { voucherName } from '../../../texts/say/tender-words.ts';
import { useHandedOver } from './use-handed-tenders.ts';

/** A voucher of the plan, and what of it is lost. */
export function VoucherRow({ payment: { cartId, currency }, tenderId }: TenderRowProps) {
  const { enter } = paymentEntriesOf(useRegister());
  const { vouchers } = useHandedOver(cartId);
  const kinds = useSetting(voucherKinds);
  const found = vouchers.find(({ id }) => id === tenderId);
  if (found === undefined) return null;
  const { tender, lostMinor } = found;
  return (
    <HandedRow
      icon={IconTicket}
      name={voucherName(tender.reference, kinds)}
      detail={lostMinor > 0 ? words('payment.voucherLost', { amount: formatMoney(lostMinor, currency) }) : words('payment.keepVoucher')}
      tone={lostMinor > 0 ? 'warn' : 'good'}
      amountMinor={tender.amountMinor}
      currency={currency}
      onUndo={() => enter(cartId, { vouchers: vouchers.filter(({ id }) => id !== tenderId) })}
    />
  );
}

import { Button } from '@mantine/core';
import { lastFourOf } from '../../../domain/stored-value/stored-value.ts';
import { formatMoney } from '../../kit/format-money.ts';
import { IconGift } from '../../kit/icons.ts';
import { useRegister } from '../../kit/register-context.tsx';
import { words } from '../../words/words.ts';
import styles from './Payment.module.css';
import { paymentEntriesOf } from './payment-entry.ts';
import type { TenderRowProps } from './tender-kind.ts';
import { useStoredValues } from './use-stored-value-tenders.ts';

/** A gift card or store credit as one line of the plan: what it pays, what stays on it, and the way back. */
export function StoredValueRow({ payment, tenderId }: TenderRowProps) {
  const { cartId, currency } = payment;
  const { enter } = paymentEntriesOf(useRegister());
  const entered = useStoredValues(cartId);
  const found = entered.find(({ tender }) => tender.reference === tenderId);
  if (found === undefined) return null;
  const { tender, leftMinor } = found;
  const isOffline = tender.state === 'offline';
  const scheme = words(`payment.kind.${tender.kind}`);
  return (
    <li className={styles.row} data-tone={isOffline ? 'warn' : 'good'}>
      <IconGift aria-hidden size={24} />
      <div className={styles.rowText}>
        <strong>{words('payment.cardEnding', { scheme, digits: lastFourOf(tenderId) })}</strong>
        <span>
          {isOffline || leftMinor === null
            ? words('payment.giftCardOffline')
            : words('payment.leftOnCard', { amount: formatMoney(leftMinor, currency) })}
        </span>
      </div>
      <span className={styles.amount}>{formatMoney(tender.amountMinor, currency)}</span>
      <Button variant="default" onClick={() => enter(cartId, { storedValues: entered.filter((one) => one.tender.reference !== tenderId) })}>
        {words('payment.undo')}
      </Button>
    </li>
  );
}

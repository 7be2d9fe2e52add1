import { Button } from '@mantine/core';
import type { Customer } from '../../../../domain/customers/customer.ts';
import type { CartLine } from '../../../../domain/pricing/cart-line.ts';
import { useStoreDate } from '../../../kit/use-store-date.ts';
import { words } from '../../../../texts/words/words.ts';
import side from '../side/SidePanel.module.css';
import { CustomerAccount, CustomerPoints } from './CustomerAccount.tsx';
import { CustomerConsents } from './CustomerConsents.tsx';
import { CustomerHistory } from './CustomerHistory.tsx';
import { addressText, customerReach, exemptionWords } from '../../../../texts/say/customer-words.ts';
import styles from './Customer.module.css';

export interface CustomerSheetProps {
  readonly customer: Customer;
  /** While the sale is being paid its customer stays. */
  readonly isPaying: boolean;
  readonly onEdit: () => void;
  readonly onTakeOff: () => void;
  /** Adds a payment on their account to the sale. */
  readonly onPay: (line: CartLine) => void;
}

/** Who buys: how to reach them, groups and certificate, notes, what they agreed to, and what they bought before. */
export function CustomerSheet({ customer, isPaying, onEdit, onTakeOff, onPay }: CustomerSheetProps) {
  const today = useStoreDate();
  const exempt = exemptionWords(customer, today);
  const reach = customerReach(customer);
  return (
    <div className={side.form}>
      {reach !== '' && (
        <p className={styles.notes}>
          <bdi>{reach}</bdi>
        </p>
      )}
      {customer.address !== '' && (
        <p className={styles.notes} dir="auto">
          {customer.address}
        </p>
      )}
      {customer.shipTo !== null && (
        <p className={styles.notes} dir="auto">
          {words('saleOrder.shipsTo', { address: addressText(customer.shipTo) })}
        </p>
      )}
      {customer.groups.length > 0 && <p className={side.text}>{words('customer.groups', { groups: customer.groups.join(', ') })}</p>}
      {exempt !== null && (
        <p className={styles.exempt} data-tone={exempt.tone}>
          {exempt.text}
        </p>
      )}
      {customer.notes !== '' && (
        <section className={styles.section} aria-label={words('customer.notes')}>
          <h3>{words('customer.notes')}</h3>
          <p className={styles.notes} dir="auto">
            {customer.notes}
          </p>
        </section>
      )}
      <div className={side.pair}>
        <Button data-first variant="default" size="lg" onClick={onEdit}>
          {words('customer.edit')}
        </Button>
        <Button variant="default" size="lg" disabled={isPaying} onClick={onTakeOff}>
          {words('customer.takeOff')}
        </Button>
      </div>
      <CustomerPoints customerId={customer.id} />
      <CustomerAccount customerId={customer.id} isPaying={isPaying} onPay={onPay} />
      <CustomerConsents customer={customer} />
      <CustomerHistory customerId={customer.id} />
    </div>
  );
}

import type { Customer } from '../../../../domain/customers/customer.ts';
import { IconUser } from '../../../kit/icons.ts';
import { useStoreDate } from '../../../kit/use-store-date.ts';
import { words } from '../../../../texts/words/words.ts';
import { customerName, exemptionWords } from '../../../../texts/say/customer-words.ts';
import styles from './Customer.module.css';

export interface CustomerChipProps {
  /** Null while nobody has said who buys. */
  readonly customerId: string | null;
  /** Undefined where this device does not know them yet. */
  readonly customer: Customer | undefined;
  readonly onOpen: () => void;
}

/** Who buys, with what that means for the price; or the way to say so. */
export function CustomerChip({ customerId, customer, onOpen }: CustomerChipProps) {
  const today = useStoreDate();
  if (customerId === null)
    return (
      <button type="button" className={styles.chip} data-empty aria-keyshortcuts="Alt+K" onClick={onOpen}>
        <IconUser aria-hidden size={20} stroke={1.9} />
        {words('customer.add')} <kbd>Alt K</kbd>
      </button>
    );
  const exempt = exemptionWords(customer, today);
  const name = customerName(customer);
  return (
    <button type="button" className={styles.chip} aria-label={words('customer.of', { name })} aria-keyshortcuts="Alt+K" onClick={onOpen}>
      <IconUser aria-hidden size={22} stroke={1.9} />
      <span>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        {customer !== undefined && customer.groups.length > 0 && (
          <small>
            <bdi>{customer.groups.join(', ')}</bdi>
          </small>
        )}
        {exempt !== null && <small data-tone={exempt.tone}>{exempt.text}</small>}
      </span>
    </button>
  );
}

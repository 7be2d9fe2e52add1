import type { Customer } from '../../domain/customers/customer.ts';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';

/** Who gets the goods of a sale, and where. */
export interface Recipient extends Pick<FulfillmentOrder, 'customer' | 'shipTo'> {
  /** Whether the name, or the address of a parcel, is not known yet: the till may still be sending it. */
  readonly isIncomplete: boolean;
}

/**
 * Who gets goods that were ordered in a sale, as far as the profile says.
 * @param receiptNumber stands for a name that is not known.
 */
export function recipientOf(customer: Customer | undefined, kind: FulfillmentOrder['kind'], receiptNumber: string): Recipient {
  const name = customer?.name ?? '';
  const shipTo = kind === 'ship' ? (customer?.shipTo ?? null) : null;
  return {
    customer: { name: name === '' ? receiptNumber : name, email: customer?.emails[0] ?? null, phone: customer?.phones[0] ?? null },
    shipTo,
    isIncomplete: name === '' || (kind === 'ship' && shipTo === null),
  };
}

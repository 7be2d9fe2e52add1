import { isCardOf } from '../../../../domain/customers/customer-keys.ts';
import type { CustomerServices } from '../../../kit/customer-services.ts';
import { words } from '../../../../texts/words/words.ts';
import type { Cart } from '../cart-state.ts';

/** What the scan of a loyalty card came to: its holder is on the sale, or why not, or several people have that number. */
export type ScannedCard =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly sentence: string }
  | { readonly kind: 'several'; readonly code: string };

/** Puts the holder of a loyalty card on the sale. @returns null where nobody who is known here has that card. */
export function scanCard(
  cart: Pick<Cart, 'setCustomer' | 'state'>,
  customers: Pick<CustomerServices, 'search'>,
  code: string,
): ScannedCard | null {
  const [holder, other] = customers.search(code).filter((one) => isCardOf(one, code));
  if (holder === undefined) return null;
  if (cart.state.getState().paying !== null) return { kind: 'refused', sentence: words('customer.whilePaying') };
  if (other !== undefined) return { kind: 'several', code };
  cart.setCustomer(holder.id);
  return { kind: 'done' };
}

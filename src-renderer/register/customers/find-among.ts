import type { Customer } from '../../../domain/customers/customer.ts';
import { customerKeys, customerSearch, isCardOf, isMeant } from '../../../domain/customers/customer-keys.ts';
import type { KnownCustomers } from '../../kit/customer-services.ts';

/** The keys of each customer, made once: a customer who changes is another object. */
const keysOf = new WeakMap<Customer, readonly string[]>();

function keys(customer: Customer): readonly string[] {
  const known = keysOf.get(customer);
  if (known !== undefined) return known;
  const made = customerKeys(customer);
  keysOf.set(customer, made);
  return made;
}

/** Finds customers whom somebody means, the first few by name. A whole card is found however short it is. */
export function findAmong({ told, changed }: KnownCustomers, typed: string, limit: number): readonly Customer[] {
  const search = customerSearch(typed);
  const isFound = (one: Customer) => isCardOf(one, typed) || isMeant(keys(one), search);
  const found = [...changed.values()].filter(isFound);
  for (const [id, one] of told) if (!changed.has(id) && isFound(one)) found.push(one);
  return found.sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1)).slice(0, limit);
}

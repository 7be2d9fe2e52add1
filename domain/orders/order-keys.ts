import { customerKeys, customerSearch, type CustomerSearch } from '../customers/customer-keys.ts';
import { ERASED } from '../base/empty-personal.ts';
import type { FulfillmentOrder } from '../fulfillment/fulfillment-order.ts';

/** How many letters and digits of an order's number a search needs. */
const LEAST_OF_NUMBER = 3;

function numberKey(number: string): string {
  return `order:${number.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase()}`;
}

/** The keys by whose beginnings an order is found: its number, and its customer's name, phone and mail. An erased person has none. */
export function orderKeys(number: string, { name, email, phone }: FulfillmentOrder['customer']): string[] {
  const found = {
    name: name === ERASED ? '' : name,
    phones: phone === null ? [] : [phone],
    emails: email === null || email.trim() === '' ? [] : [email],
    cardNumber: null,
  };
  return [numberKey(number), ...customerKeys(found)];
}

/** What somebody typed, as beginnings of keys: an order is meant that has each of one of the lists. Empty where it is too short. */
export function orderSearch(typed: string): CustomerSearch {
  const number = numberKey(typed);
  const people = customerSearch(typed).filter((list) => list.every((beginning) => !beginning.startsWith('card:')));
  return [...(number.length - 'order:'.length < LEAST_OF_NUMBER ? [] : [[number]]), ...people];
}

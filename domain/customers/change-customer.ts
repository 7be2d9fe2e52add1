import { z } from 'zod';
import { canonicalJson } from '../base/canonical-json.ts';
import { entityId, instant } from '../base/envelope.ts';
import { type Customer, customer, type CustomerField, profile } from './customer.ts';

/** New words of some fields; what is not named stays. Defaults are gone: a field that is missing is no empty one. */
const { name, phones, emails, cardNumber, address, notes, shipTo } = profile.shape;
const profileFields = {
  name: name.unwrap(),
  phones: phones.unwrap(),
  emails: emails.unwrap(),
  cardNumber: cardNumber.unwrap(),
  address: address.unwrap(),
  notes: notes.unwrap(),
  shipTo: shipTo.unwrap(),
};

/** What a till says of a customer. */
export const tillFields = z.strictObject(profileFields).partial();

/** What is typed as a text; the address of parcels has a form of its own. */
export const typedFields = tillFields.omit({ shipTo: true }).required();

/** What the head office says of one. */
export const officeFields = z
  .strictObject({ ...profileFields, groups: customer.shape.groups.unwrap(), taxExemption: customer.shape.taxExemption.unwrap() })
  .partial();

/** A change that a till made, also without a connection. One without fields says that the customer is served in the store. */
export const tillChange = z.strictObject({
  customerId: entityId,
  /** When it was made, by the server's clock as far as the till knows it. */
  at: instant,
  fields: tillFields,
});

export type TillFields = z.infer<typeof tillFields>;
export type TypedFields = z.infer<typeof typedFields>;
export type TillChange = z.infer<typeof tillChange>;
export type OfficeFields = z.infer<typeof officeFields>;

/** A change by whomever. */
export interface CustomerChange {
  readonly at: string;
  readonly fields: OfficeFields;
}

/** Of two words at the same instant one has to win everywhere: the one whose text is greater. */
function wins(value: unknown, at: string, held: unknown, heldAt: string | undefined): boolean {
  if (heldAt === undefined) return true;
  const difference = Date.parse(at) - Date.parse(heldAt);
  return difference === 0 ? canonicalJson(value) > canonicalJson(held) : difference > 0;
}

/**
 * The customer after a change: field by field the newest word counts. Changes come to the same whatever the order, and however often
 * each arrives.
 */
export function changeCustomer(before: Customer, { at, fields }: CustomerChange): Customer {
  let after = before;
  for (const [key, value] of Object.entries(fields)) {
    const field = key as CustomerField;
    if (value === undefined || !wins(value, at, before[field], before.changedAt[field])) continue;
    after = { ...after, [field]: value, changedAt: { ...after.changedAt, [field]: at } };
  }
  return after;
}

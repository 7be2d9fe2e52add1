import { z } from 'zod';
import { facts, type Facts, storedFacts } from '../base/facts.ts';
import { text } from '../base/text.ts';
import { fillSentence, type NamesIn } from './fault-sentence.ts';

/**
 * Everything that can be wrong with a row of an imported file, in English: what the catalog of the screens and the command line say after
 * the name of the column. A part in braces is what the code tells.
 */
export const IMPORT_FAULTS = {
  empty: 'is empty',
  too_long: 'is longer than {most} characters',
  not_text: 'holds characters that are no text',
  twice: 'stands twice; line {line} has it already',
  quotes_open: 'the quotes of this row are not in order',
  columns: 'this row has {is} columns instead of {due}',
  ambiguous_point: 'may mean {whole} or {decimal}; write it without the point',
  negative: 'is negative',
  decimal_comma: 'has a decimal comma; in a file with commas between its columns a price is written 12.50',
  not_price: 'is no price',
  decimals: 'has more than {most} decimals',
  zero: 'is zero',
  too_fine: 'is finer than {currency} can be paid',
  not_whole: 'is no whole number',
  not_pairs: 'is no list of pairs, {example} say',
  not_percentage: 'is no percentage, 12.5 say',
  not_yes_no: 'is neither yes nor no',
  none_of: 'is none of {options}',
  other_kind: 'is not for a promotion of this kind',
  not_valid: 'is not right',
  too_large: 'is too large or too long',
  too_small: 'is too small or too short',
  other_form: 'is not written as it should be',
  dates_reversed: 'is before the first day. Give a last day that is not before it',
  no_goods: 'names no goods: give SKUs, categories or brands, or everything',
  same_time: 'is the time at which it begins',
  needs_best_of: 'needs best_of',
  needs_codes: 'needs codes',
  nothing_free: 'is not less than buy, so nothing is free',
  tiers_out_of_order: 'is not above the tier before it',
  customers_and_groups: 'stands beside customers. Make one list for the customers and one for the groups',
  currency_in_use: 'is not that of the prices in the list',
  unknown_article: 'names no product of the catalog. Correct the SKU, or import the product first',
  price_twice: 'stands twice for this SKU. Give each price of an SKU a first day of its own',
  price_absurd: 'is a thousand million or more. Look for a point that is missing',
  breaks_out_of_order: 'is not above the one before it. Order the breaks by their quantities',
  break_dearer: 'is dearer than fewer units are',
  prices_overlap: 'overlaps the price of {sku} (first day: {from}) in the same list. Change a first or last day',
  lists_overlap: 'overlaps the price of {sku} (first day: {from}) in list {list}. Change the dates, or the priority of one of the lists',
  unknown_list: 'names no price list. Make the list first',
  not_customer: 'is no id of a customer',
  unknown_customer: 'is nobody that is known',
  not_currency: 'is no currency of ISO 4217',
  other_currency: 'is not that of the account',
  needs_store: 'is empty, and the customer has no account yet. Name the store whose tills know it',
  unknown_store: 'names no store',
  other_store: 'is not the one that keeps the account: {store}',
  not_card: 'is no card number: it has 8 to 24 digits',
  other_balance: 'is not the one that was imported before. Change it at the head office',
  known: 'is known already',
  known_other_currency: 'is known already, in another currency',
  known_other_kind: 'is known already, as another kind',
  refused: 'was not taken: {code}',
  gtin_not_digits: 'is not made of digits',
  gtin_wrong_length: 'has not 8, 12, 13 or 14 digits',
  gtin_bad_check_digit: 'has a wrong check digit',
  gtin_of_other: 'belongs to the product with SKU {sku}',
  not_age: 'is no age in years, from 0 to 99',
  not_sold_by: 'is neither piece nor kg',
  not_tare: 'is no weight in grams from 0 to {most}',
  terms_apart: 'says things that no article can be at once. Give what stands in docs/operate.md for its kind alone',
  deposit_not_deposit: 'names {sku}, which is no deposit. Import it with the kind deposit first',
  component_not_goods: 'names {sku}, which cannot lie in a bundle: plain goods by the piece can',
  tax_of_goods_not_deposit: 'is for deposits alone',
  part_twice: 'names one article twice. Write its quantity behind it',
  part_unknown: 'names {sku}, which is no product of the catalog. Import that first',
  not_size: 'is no size in millimetres such as 300x200x100',
  not_degrees: 'is no number of degrees',
  degrees_beyond: 'is not between -{most} and {most}',
  not_timezone: 'is no IANA time zone',
  id_signs: 'holds more than letters, digits, hyphens and underscores',
  not_state: 'is not two capital letters',
  not_zip: 'is no ZIP code',
  not_date: 'is no date like 2010-12-01 08:26:00 or 2010-12-01T08:26:00+01:00',
  return_positive: 'is positive, but the invoice is a return',
  sale_negative: 'is negative, but the invoice is no return',
  over_million: 'is more than a million',
  not_order: 'is no order number: letters, digits and signs, such as 536365, #1001 or S/2026/0001',
  fee: '{code} is a fee, not goods',
  uncountable: 'times the quantity is more than can be counted',
  too_far_below: 'stands too far below the other rows of its invoice',
  repeats: 'repeats line {line} exactly',
  too_many_lines: 'has more than {most} lines',
  nobody_returned: 'is empty, so nobody knows what was returned',
  not_bought: 'was not bought by this customer before',
  returned_too_many: 'comes back {is} times, but this customer has only {most} left',
  order_without_row: 'order {order} was imported before, without this row',
  not_delivered: 'is more than order {order} was delivered with',
} as const;

export type ImportFaultCode = keyof typeof IMPORT_FAULTS;

/** What each code tells. */
export type ImportFacts<C extends ImportFaultCode> = Readonly<Record<NamesIn<(typeof IMPORT_FAULTS)[C]>, string | number>>;

const CODES = Object.keys(IMPORT_FAULTS) as [ImportFaultCode, ...ImportFaultCode[]];

/** A row of a file that was not taken. */
export const importFault = z.strictObject({
  line: z.number().int(),
  /** The column that is wrong; '' when it is the row as a whole. */
  field: text,
  code: z.enum(CODES),
  facts,
});

export type ImportFault = Omit<z.infer<typeof importFault>, 'line'>;

/** What is wrong with a field of a row, before it is known where that stands. */
export function importFaultOf<C extends ImportFaultCode>(field: string, code: C, told: ImportFacts<C>): ImportFault {
  return { field, code, facts: storedFacts(told) };
}

/** What is wrong, in English: for the command line, and for the file of refused rows. */
export function importFaultText({ code, facts: told }: { readonly code: ImportFaultCode; readonly facts: Facts }): string {
  return fillSentence(IMPORT_FAULTS[code], told);
}

import { type Facts, storedFacts } from './facts.ts';

/**
 * Everything that can be wrong with an operation, each with what it tells: `is` is what stands in the operation, `due` what should, and
 * `most` the most that may. Amounts are in minor units. The catalogs of the screens have a sentence for each, `fault.CODE`.
 */
export const FAULTS = {
  not_an_object: [],
  id_not_valid: [],
  register_not_valid: [],
  seq_not_valid: [],
  nested_too_deep: ['levels'],
  version_not_readable: ['version', 'newest'],
  field_not_valid: ['path', 'issue'],
  text_not_storable: [],
  other_store: ['store'],
  other_predecessor: ['seq'],
  receipts_counted: ['is', 'due'],
  receipts_behind: ['is', 'most'],
  receipt_number: ['is', 'due'],
  receipt_taken: ['receipt'],
  amount_not_believable: ['field', 'is', 'most'],
  amount_too_large: [],
  line_twice: ['line'],
  line_amount_too_large: ['line'],
  line_gross: ['line', 'is', 'due'],
  line_discount: ['line', 'is', 'most'],
  line_taxes: ['line', 'is', 'due'],
  line_total: ['line', 'is', 'due'],
  line_tax: ['line', 'is', 'most'],
  line_serial_numbers: ['line', 'is', 'most'],
  line_reference: ['line'],
  line_account: ['line'],
  line_order: ['line', 'order'],
  tender_tip: ['tender', 'is', 'most'],
  tender_amount: ['tender', 'is', 'due'],
  sale_order: ['order'],
  sale_order_customer: [],
  tender_account: ['tender'],
  sale_points: ['is'],
  return_points: ['is', 'most'],
  points_for_money: ['is', 'most'],
  sale_total: ['is', 'due'],
  sale_tax: ['is', 'due'],
  rounding_too_large: ['is', 'most'],
  sale_rounding: ['is'],
  sale_tenders: ['is', 'due'],
  empties_line: ['line'],
  empties_tender: ['tender'],
  no_receipt_line: ['line'],
  no_receipt_tender: ['tender'],
  refund_currency: ['is', 'due'],
  refund_total: ['is', 'due'],
  refund_tenders: ['is', 'due'],
  refund_change: ['tender', 'is'],
  refund_notes: ['tender', 'is', 'most'],
  void_in_part: [],
  refund_line: ['line', 'is', 'most'],
  refund_line_tax: ['line', 'is', 'most'],
  refund_line_taxes: ['line', 'is', 'due'],
  return_fee: ['line', 'is', 'most'],
  return_fee_waived: ['line', 'is', 'most'],
  return_fee_tax: ['line', 'is', 'due'],
  exchange_return: [],
  pickup_return: [],
  exchange_value: ['is', 'due'],
  exchange_tender: ['tender'],
  place_taken: ['seq'],
  key_unknown: ['register'],
  not_signed: ['register'],
  other_batch: [],
  other_key: ['register'],
  changed_since: [],
  not_of_store: ['register'],
  of_register: ['register'],
  sold_by: ['receipt'],
  recorded_as: ['receipt'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type FaultCode = keyof typeof FAULTS;

type FactsOf<C extends FaultCode> = Readonly<Record<(typeof FAULTS)[C][number], string | number>>;

/** What is wrong, for a person to read in their own language. */
export interface Fault {
  readonly code: FaultCode;
  readonly facts: Facts;
}

/** A code and what it tells, as programs and logs write it: `line_gross (due: 1000, is: 1001, line: 1)`. */
export function codeText({ code, facts }: { readonly code: string; readonly facts: Facts }): string {
  const named = Object.entries(facts).map(([name, fact]) => `${name}: ${fact}`);
  return named.length === 0 ? code : `${code} (${named.sort().join(', ')})`;
}

/** Names what is wrong, with exactly what it tells. */
export function fault<C extends FaultCode>(code: C, ...[facts]: (typeof FAULTS)[C]['length'] extends 0 ? [] : [FactsOf<C>]): Fault {
  return { code, facts: storedFacts(facts ?? {}) };
}

/** Everything that a register may answer a person instead of doing it. A closed list: screens have a sentence for each. */
export const REFUSALS = [
  'no_open_shift',
  'shift_already_open',
  'empty_sale',
  'tender_too_small',
  'amount_not_valid',
  'unknown_item',
  'wrong_item',
  'already_picked',
  'nothing_to_pick',
  'order_has_ended',
  'not_fully_picked',
  'not_packed',
  'not_ready',
  'wrong_pickup_code',
  'staging_location_missing',
  'tracking_number_missing',
  'quantity_not_valid',
  'nothing_to_return',
  'more_than_was_bought',
  'register_stopped',
  'storage_failed',
] as const;

export type Refusal = (typeof REFUSALS)[number];

/**
 * What is plausible at a counter. Beyond the first ones a person is asked once and may say that it is right; beyond
 * `enteredMinor` an amount is refused. Amounts are minor units, for currencies whose notes are of the size of dollars or euros.
 */
export const LIMITS = {
  /** Change above this, and above {@link LIMITS.changeTimesTotal} times the total: the cash given was mistyped. */
  changeMinor: 200_000,
  changeTimesTotal: 3,
  floatMinor: 200_000,
  /** Units on one line of a sale. */
  lineQuantity: 100,
  /** Units that one decision takes off the books. */
  writeOffUnits: 100,
  /** Orders that one picker takes into a wave: so many fit on a trolley. */
  waveOrders: 12,
  /** No float and no count is larger. */
  enteredMinor: 10_000_000_000,
} as const;

/** What a person is asked about once before it is recorded. What is refused anyway is not asked about. */
export type Doubt = 'much_change' | 'large_float' | 'large_quantity' | 'refund_above_drawer' | 'large_write_off' | 'write_off_above_stock';

/** Whether the cash that a customer is said to have given is far above the total. */
export function doubtCashGiven(totalMinor: number, givenMinor: number): Doubt | null {
  const change = givenMinor - totalMinor;
  return change > LIMITS.changeMinor && change > LIMITS.changeTimesTotal * totalMinor ? 'much_change' : null;
}

export function doubtFloat(floatMinor: number): Doubt | null {
  return floatMinor > LIMITS.floatMinor && !isTooLarge(floatMinor) ? 'large_float' : null;
}

export function doubtQuantity(quantity: number): Doubt | null {
  return quantity > LIMITS.lineQuantity ? 'large_quantity' : null;
}

/** @param drawerMinor what should be in the drawer. */
export function doubtRefund(refundMinor: number, drawerMinor: number): Doubt | null {
  return refundMinor > drawerMinor ? 'refund_above_drawer' : null;
}

/** @param onHand what the books have of it; null where that is not known. */
export function doubtWriteOff(units: number, onHand: number | null): Doubt | null {
  if (onHand !== null && units > Math.max(0, onHand)) return 'write_off_above_stock';
  return units > LIMITS.writeOffUnits ? 'large_write_off' : null;
}

/** Whether an amount is larger than any drawer holds. */
export function isTooLarge(minor: number): boolean {
  return Math.abs(minor) > LIMITS.enteredMinor;
}

/**
 * The largest amount, in minor units of any currency, that the pool believes of a sale, a refund or a count. What says more
 * is a fault, and no fact of a shop; it goes to quarantine (rule J6). A float is only told, and moves no goods and no money.
 */
export const MOST_BELIEVED_MINOR = 1_000_000_000_000_000;

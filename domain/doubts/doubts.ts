import { isTooLarge } from '../base/limits.ts';
import type { DoubtLimits } from './settings.ts';

/** What a person is asked about once before it is recorded. What is refused anyway is not asked about. */
export type Doubt = 'much_change' | 'large_float' | 'large_quantity' | 'refund_above_drawer' | 'large_write_off' | 'write_off_above_stock';

/** Whether the cash that a customer is said to have given is far above the total. */
export function doubtCashGiven(limits: DoubtLimits, totalMinor: number, givenMinor: number): Doubt | null {
  const change = givenMinor - totalMinor;
  return change > limits.changeMinor && change > limits.changeTimesTotal * totalMinor ? 'much_change' : null;
}

export function doubtFloat(limits: DoubtLimits, floatMinor: number): Doubt | null {
  return floatMinor > limits.floatMinor && !isTooLarge(floatMinor) ? 'large_float' : null;
}

export function doubtQuantity(limits: DoubtLimits, quantity: number): Doubt | null {
  return quantity > limits.lineUnits ? 'large_quantity' : null;
}

/** @param drawerMinor what should be in the drawer. */
export function doubtRefund(refundMinor: number, drawerMinor: number): Doubt | null {
  return refundMinor > drawerMinor ? 'refund_above_drawer' : null;
}

/** @param onHand what the books have of it; null where that is not known. */
export function doubtWriteOff(limits: Pick<DoubtLimits, 'writeOffUnits'>, units: number, onHand: number | null): Doubt | null {
  if (onHand !== null && units > Math.max(0, onHand)) return 'write_off_above_stock';
  return units > limits.writeOffUnits ? 'large_write_off' : null;
}

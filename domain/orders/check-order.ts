import { lineTotal } from '../base/money.ts';
import type { OrderIntake } from './order-intake.ts';

/** What is wrong with an order's amounts: the path of the field, what is off, and what to do about it. */
export interface AmountError {
  readonly field: string;
  readonly message: string;
  readonly fix: string;
}

/** A substitute with more tax than price; null where there is none. */
function substituteError({ substitutes = [] }: OrderIntake['lines'][number], index: number): AmountError | null {
  for (const [place, { price }] of substitutes.entries()) {
    if (price === undefined || price.taxMinor <= price.totalMinor) continue;
    return {
      field: `lines.${index}.substitutes.${place}.price.taxMinor`,
      message: `The tax is ${price.taxMinor}, more than the price of ${price.totalMinor}.`,
      fix: 'Send the tax that is part of totalMinor.',
    };
  }
  return null;
}

/**
 * Whether an order's amounts can be true (rule M1): tax lies within what was paid, nobody pays more for a line than
 * its price, and all of it can be added up exactly. Less than the price is a discount.
 * @returns null, or the first field that is off.
 */
export function orderAmountError(order: Pick<OrderIntake, 'lines'>): AmountError | null {
  let sum = 0;
  for (const [index, line] of order.lines.entries()) {
    if (line.taxMinor > line.totalMinor) {
      return {
        field: `lines.${index}.taxMinor`,
        message: `The tax is ${line.taxMinor}, more than the ${line.totalMinor} that was paid for the line.`,
        fix: 'Send the tax that is part of totalMinor.',
      };
    }
    if (line.unitPrice * line.quantity > Number.MAX_SAFE_INTEGER) {
      return {
        field: `lines.${index}.unitPrice`,
        message: 'Price times quantity is too large.',
        fix: 'Send the price of one unit, such as "12.50".',
      };
    }
    const gross = lineTotal(line.unitPrice, line.quantity);
    if (line.totalMinor - line.taxMinor > gross) {
      return {
        field: `lines.${index}.totalMinor`,
        message: `Without tax the line was paid with ${line.totalMinor - line.taxMinor}, but ${line.quantity} units cost only ${gross}.`,
        fix:
          'Send the price of one unit ("12.50") as unitPrice, and what was paid in cents (1250) as totalMinor. It is at most price ' +
          'times quantity plus tax.',
      };
    }
    const amiss = substituteError(line, index);
    if (amiss !== null) return amiss;
    sum += line.totalMinor;
  }
  if (Number.isSafeInteger(sum)) return null;
  return { field: 'lines', message: 'The totals of the lines are too large to add up exactly.', fix: 'Split the order.' };
}

import { MOST_ORDERED_MINOR } from '../base/limits.ts';
import { lineTotal } from '../base/money.ts';
import type { OrderFault } from './order-fault.ts';
import type { ShippingCost } from './channel-fields.ts';
import type { OrderIntake } from './order-intake.ts';

type Line = OrderIntake['lines'][number];

const MOST = MOST_ORDERED_MINOR.toLocaleString('en');
const fault = (field: string, message: string, fix: string): OrderFault => ({ code: 'amount_not_valid', field, message, fix });

/** Substitutes with more tax than price. */
function substituteFaults({ substitutes = [] }: Line, at: string): OrderFault[] {
  return substitutes.flatMap(({ price }, place) =>
    price === undefined || price.taxMinor <= price.totalMinor
      ? []
      : [
          fault(
            `${at}.substitutes.${place}.price.taxMinor`,
            `The tax is ${price.taxMinor}, more than the price of ${price.totalMinor}.`,
            'Send the tax that is part of totalMinor.',
          ),
        ],
  );
}

function priceFaults({ quantity, unitPrice, totalMinor, taxMinor }: Line, at: string): OrderFault[] {
  const exact = unitPrice * quantity <= Number.MAX_SAFE_INTEGER;
  const gross = exact ? lineTotal(unitPrice, quantity) : Infinity;
  if (gross > MOST_ORDERED_MINOR) {
    const message = `Price times quantity is more than ${MOST} in minor units (cents).`;
    return [fault(`${at}.unitPrice`, message, 'Send the price of one unit, such as "12.50".')];
  }
  if (totalMinor - taxMinor <= gross) return [];
  return [
    fault(
      `${at}.totalMinor`,
      `Without tax the line was paid with ${totalMinor - taxMinor}, but ${quantity} units cost only ${gross}.`,
      'Send the price of one unit ("12.50") as unitPrice, and what was paid in cents (1250) as totalMinor. It is at most price ' +
        'times quantity plus tax.',
    ),
  ];
}

function taxFaults({ totalMinor, taxMinor }: ShippingCost, at: string, what: string): OrderFault[] {
  if (taxMinor <= totalMinor) return [];
  const message = `The tax is ${taxMinor}, more than the ${totalMinor} that was paid for ${what}.`;
  return [fault(`${at}.taxMinor`, message, 'Send the tax that is part of totalMinor.')];
}

function lineFaults(line: Line, at: string): OrderFault[] {
  return [...taxFaults(line, at, 'the line'), ...priceFaults(line, at), ...substituteFaults(line, at)];
}

/**
 * What cannot be true of an order's amounts (rule M1): tax lies within what was paid, nobody pays more for a line than its price, and no
 * order comes to more than {@link MOST_ORDERED_MINOR}. Less than the price is a discount.
 * @param lines in their order; null for one that cannot be read. @param shipping null where it cannot be read, or there is none.
 */
export function amountFaults(lines: readonly (Line | null)[], shipping: ShippingCost | null = null): OrderFault[] {
  const faults = [
    ...(shipping === null ? [] : taxFaults(shipping, 'shipping', 'the delivery')),
    ...lines.flatMap((line, index) => (line === null ? [] : lineFaults(line, `lines.${index}`))),
  ];
  const sum = lines.reduce((total, line) => total + (line?.totalMinor ?? 0), shipping?.totalMinor ?? 0);
  if (sum <= MOST_ORDERED_MINOR) return faults;
  return [...faults, fault('lines', `The order comes to more than ${MOST} in minor units (cents).`, 'Split the order.')];
}

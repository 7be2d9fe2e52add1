import type { Operation } from './operation/operation.ts';

/**
 * The largest amount, in minor units of any currency, that the pool believes: a hundred thousand million of the main unit where
 * that has two decimals. What says more is a fault, and no fact of a shop; it goes to quarantine (rule J6).
 */
export const MOST_BELIEVED_MINOR = 10_000_000_000_000;

function amountsOf(operation: Operation): readonly (readonly [field: string, minor: number])[] {
  switch (operation.type) {
    case 'sale_completed':
      return [
        ['totalMinor', operation.payload.totalMinor],
        ...operation.payload.lines.map((line) => ['lines.grossMinor', line.grossMinor] as const),
        ...operation.payload.tenders.map((one) => ['tenders.givenMinor', one.givenMinor] as const),
      ];
    case 'goods_returned':
      return [['refundMinor', operation.payload.refundMinor], ...operation.payload.lines.map((line) => ['lines.refundMinor', line.refundMinor] as const)];
    case 'shift_opened':
      return [['floatMinor', operation.payload.floatMinor]];
    case 'shift_closed':
      return [['countedMinor', operation.payload.countedMinor], ['expectedMinor', operation.payload.expectedMinor]];
    default:
      return [];
  }
}

/** One sentence that names the amount of an operation that nobody can believe, or null. */
export function unbelievableAmount(operation: Operation): string | null {
  const off = amountsOf(operation).find(([, minor]) => Math.abs(minor) > MOST_BELIEVED_MINOR);
  return off === undefined ? null : `${off[0]} is ${off[1]}; no amount here is above ${MOST_BELIEVED_MINOR}.`;
}

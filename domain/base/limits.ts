/** No float and no count is larger, in minor units of any currency. */
const MOST_ENTERED_MINOR = 10_000_000_000;

/** Whether an amount is larger than any drawer holds. */
export function isTooLarge(minor: number): boolean {
  return Math.abs(minor) > MOST_ENTERED_MINOR;
}

/**
 * The largest amount, in minor units of any currency, that the pool believes of a sale, a refund or a count. What says more
 * is a fault, and no fact of a shop; it goes to quarantine (rule J6). A float is only told, and moves no goods and no money.
 */
export const MOST_BELIEVED_MINOR = 1_000_000_000_000_000;

/** The largest amount, in minor units of any currency, that an order of a channel may come to: what says more was sent in another unit. */
export const MOST_ORDERED_MINOR = 1_000_000_000_000;

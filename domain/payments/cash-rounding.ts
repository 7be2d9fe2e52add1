import { z } from 'zod';
import { type Fault, fault } from '../base/fault.ts';
import { minorAmount } from '../base/money.ts';
import { ROUNDING_MODES, roundRatio } from '../base/round-ratio.ts';

/** No smallest coin is larger, in minor units of any currency, so no cash is rounded by more. */
const LARGEST_COIN_MINOR = 1_000_000;

/** How cash is rounded where the smallest coins are gone. */
export const cashRoundingRule = z.strictObject({
  /** The smallest coin, in minor units. */
  incrementMinor: minorAmount.min(1).max(LARGEST_COIN_MINOR),
  /** `half_up` rounds to the nearest and a tie up, `half_down` a tie down, `down` always in favor of the customer. */
  mode: z.enum(ROUNDING_MODES),
  /** Whether cash that is paid back is rounded too. */
  refunds: z.enum(['rounded', 'exact']),
  /**
   * A sale that costs less than the smallest coin: `rounded` like any other, `exact` as it is (one coin too), or `up` to one
   * coin where it would be free.
   */
  tiny: z.enum(['rounded', 'exact', 'up']),
});

export type CashRoundingRule = z.infer<typeof cashRoundingRule>;

/** Every coin is there. */
export const NOT_ROUNDED: CashRoundingRule = { incrementMinor: 1, mode: 'half_up', refunds: 'rounded', tiny: 'rounded' };

/** What is due in cash, in minor units; negative where it is paid out. */
export interface CashDue {
  readonly exactMinor: number;
  readonly roundedMinor: number;
  /** What rounding adds to the total; negative takes off. A line of its own (rule M3). */
  readonly roundingMinor: number;
}

function roundedTo(amountMinor: number, rule: CashRoundingRule): number {
  const increment = BigInt(rule.incrementMinor);
  return Number(roundRatio(BigInt(amountMinor), increment, rule.mode) * increment);
}

function roundedCash(exactMinor: number, totalMinor: number, rule: CashRoundingRule): number {
  if (totalMinor < 0 && rule.refunds === 'exact') return exactMinor;
  const isWhole = exactMinor === totalMinor;
  if (rule.tiny === 'exact' && Math.abs(totalMinor) <= rule.incrementMinor) return exactMinor;
  const rounded = roundedTo(exactMinor, rule);
  const wouldBeFree = rounded === 0 && exactMinor > 0 && isWhole;
  return wouldBeFree && rule.tiny === 'up' ? rule.incrementMinor : rounded;
}

/**
 * What is due in cash when other tenders have paid their part. Only this part is rounded: a card pays to the minor unit.
 * @param totalMinor of the sale; negative for a refund.
 * @param otherMinor what other tenders pay of it.
 */
export function cashDue(totalMinor: number, otherMinor: number, rule: CashRoundingRule): CashDue {
  const exactMinor = totalMinor - otherMinor;
  const roundedMinor = roundedCash(exactMinor, totalMinor, rule);
  return { exactMinor, roundedMinor, roundingMinor: roundedMinor - exactMinor };
}

/** What is paid back in cash for a refund, as a positive amount, and what rounding adds to it. */
export function cashRefund(refundMinor: number, rule: CashRoundingRule): Pick<CashDue, 'roundedMinor' | 'roundingMinor'> {
  const { roundedMinor } = cashDue(-refundMinor, 0, rule);
  return { roundedMinor: -roundedMinor || 0, roundingMinor: -roundedMinor - refundMinor || 0 };
}

/** What is wrong with a rounding that no rule can have made, or null. */
export function roundingFault(roundingMinor: number): Fault | null {
  const isTooLarge = Math.abs(roundingMinor) > LARGEST_COIN_MINOR;
  return isTooLarge ? fault('rounding_too_large', { is: roundingMinor, most: LARGEST_COIN_MINOR }) : null;
}

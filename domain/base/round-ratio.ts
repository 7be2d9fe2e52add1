/** How a fraction becomes whole. All modes treat a negative amount as the mirror of the positive one, so a refund mirrors its sale. */
export const ROUNDING_MODES = ['half_up', 'half_down', 'half_even', 'up', 'down'] as const;

/** `half_up` rounds half away from zero, `up` any fraction away from zero, `down` towards zero. */
export type RoundingMode = (typeof ROUNDING_MODES)[number];

function goesUp(floor: bigint, twice: bigint, divisor: bigint, mode: RoundingMode): boolean {
  switch (mode) {
    case 'half_up':
      return twice >= divisor;
    case 'half_down':
      return twice > divisor;
    case 'half_even':
      return twice > divisor || (twice === divisor && floor % 2n === 1n);
    case 'up':
      return twice > 0n;
    case 'down':
      return false;
  }
}

/**
 * `numerator ÷ denominator`, rounded once (rule M1).
 * @throws RangeError when the denominator is zero.
 */
export function roundRatio(numerator: bigint, denominator: bigint, mode: RoundingMode = 'half_up'): bigint {
  if (denominator === 0n) throw new RangeError('Division by zero.');
  const negative = numerator < 0n !== denominator < 0n;
  const dividend = numerator < 0n ? -numerator : numerator;
  const divisor = denominator < 0n ? -denominator : denominator;
  const floor = dividend / divisor;
  const rounded = goesUp(floor, (dividend % divisor) * 2n, divisor, mode) ? floor + 1n : floor;
  return negative ? -rounded : rounded;
}

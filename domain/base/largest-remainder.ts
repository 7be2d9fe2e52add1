function floorOf(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  return numerator < 0n && quotient * denominator !== numerator ? quotient - 1n : quotient;
}

/**
 * Rounds exact parts so that they add up to a total that was rounded on its own (rule M1): each is rounded down, and what is
 * left goes unit by unit to the largest remainders, ties to the earlier part. Parts that sum up below zero are the mirror of
 * their positive twins.
 * @param numerators of the exact parts, all over `denominator`, which is above zero.
 * @param total a whole number within one per part of the exact sum.
 */
export function largestRemainder(total: bigint, numerators: readonly bigint[], denominator: bigint): bigint[] {
  const sum = numerators.reduce((acc, one) => acc + one, 0n);
  if (sum < 0n)
    return largestRemainder(
      -total,
      numerators.map((one) => -one),
      denominator,
    ).map((one) => -one);
  const shares = numerators.map((one) => floorOf(one, denominator));
  let left = total - shares.reduce((acc, one) => acc + one, 0n);
  if (left === 0n) return shares;
  const remainders = numerators.map((one, index) => one - (shares[index] ?? 0n) * denominator);
  const order = [...shares.keys()].sort((a, b) => {
    const [ra, rb] = [remainders[a] ?? 0n, remainders[b] ?? 0n];
    return ra === rb ? a - b : ra > rb ? -1 : 1;
  });
  for (const index of order) {
    if (left <= 0n) break;
    shares[index] = (shares[index] ?? 0n) + 1n;
    left -= 1n;
  }
  return shares;
}

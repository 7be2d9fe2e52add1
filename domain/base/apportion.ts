/**
 * Splits `total` units over `weights` by highest averages (Sainte-Laguë). Unlike largest remainders, no share shrinks when the
 * total grows, so that steps can be told apart by difference. A total of all weights gives each exactly its own.
 * @param weights whole numbers from 0.
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((acc, weight) => acc + weight, 0);
  if (sum === 0) return weights.map(() => 0);
  // No share is more than half a unit for each weight, and one half, below its quota: the rest is handed out one by one.
  const shares = weights.map((weight) => Math.max(0, Number((BigInt(total) * BigInt(weight)) / BigInt(sum)) - weights.length));
  let left = total - shares.reduce((acc, share) => acc + share, 0);
  for (; left > 0; left -= 1) {
    let next = 0;
    weights.forEach((weight, index) => {
      const [best, own] = [weights[next] ?? 0, shares[index] ?? 0];
      if (BigInt(weight) * BigInt(2 * (shares[next] ?? 0) + 1) > BigInt(best) * BigInt(2 * own + 1)) next = index;
    });
    shares[next] = (shares[next] ?? 0) + 1;
  }
  return shares;
}

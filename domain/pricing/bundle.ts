import { largestRemainder } from '../base/largest-remainder.ts';
import { lineTotal } from '../base/money.ts';
import type { Adjustments, OpenLine } from './open-line.ts';
import { isQuoted } from './quoted-lines.ts';

/**
 * Gives the goods of each bundle the price of the bundle, spread over them by what they cost alone, by largest remainder (rules M1
 * and M2): so a return of one of them gives its own share. What a quote promised is not changed.
 */
export function bundleAdjustments(lines: readonly OpenLine[]): Adjustments {
  const added = lines.map((): Adjustments[number] => []);
  const bundles = new Map<string, number[]>();
  for (const [index, { line }] of lines.entries()) {
    if (line.bundle === undefined || isQuoted(line)) continue;
    bundles.set(line.bundle.key, [...(bundles.get(line.bundle.key) ?? []), index]);
  }
  for (const indexes of bundles.values()) {
    const [first = 0] = indexes;
    const bundle = lines[first]?.line.bundle;
    if (bundle === undefined) continue;
    const weights = indexes.map((index) => BigInt(lines[index]?.grossMinor ?? 0));
    const gross = weights.reduce((sum, weight) => sum + weight, 0n);
    const change = BigInt(lineTotal(bundle.unitPrice, bundle.quantity)) - gross;
    // Goods that cost nothing alone share the price alike.
    const parts = gross === 0n ? weights.map(() => 1n) : weights;
    const shares = largestRemainder(
      change,
      parts.map((part) => part * change),
      gross === 0n ? BigInt(parts.length) : gross,
    );
    for (const [at, index] of indexes.entries()) {
      const amountMinor = Number(shares[at] ?? 0n);
      if (amountMinor === 0) continue;
      added[index] = [{ source: 'bundle', sourceId: bundle.sku, amountMinor, reason: null, approvedBy: null }];
    }
  }
  return added;
}

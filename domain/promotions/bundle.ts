import { allocate } from '../base/money.ts';
import {
  dearFirst,
  FINE,
  firstUnits,
  type GroupOffer,
  roundFine,
  type Run,
  sumOf,
  unitsOf,
  usedIn,
  valueOf,
  withinNet,
} from './unit-runs.ts';

/** A part of a bundle: the runs that can fill it, and how many pieces it takes. */
export interface BundlePart {
  readonly runs: readonly Run[];
  readonly units: number;
}

/** How many pieces the next bundle still needs; null where nothing of it is there, or no more bundles count. */
function missingForBundle(parts: readonly BundlePart[], times: number, most: number | null): number | null {
  if (times === most) return null;
  const over = parts.map(({ runs, units }) => Math.min(units, unitsOf(runs) - times * units));
  return sumOf(over) <= 0 ? null : sumOf(parts.map(({ units }, index) => units - (over[index] ?? 0)));
}

/**
 * What a bundle takes off each run: its parts together cost the price, as often as all of them are there. What that saves is
 * spread over all of their pieces by their worth, the dearest first (rule M2).
 */
export function bundleOffer(
  runs: readonly Run[],
  parts: readonly BundlePart[],
  { priceMinor, maxPerSale }: { readonly priceMinor: number; readonly maxPerSale: number | null },
): GroupOffer {
  const filled = parts.map((part) => Math.floor(unitsOf(part.runs) / part.units));
  const most = Math.min(maxPerSale ?? Number.POSITIVE_INFINITY, ...filled);
  const members = parts.flatMap((part) => firstUnits(dearFirst(part.runs), part.units * most));
  const saved = valueOf(members) - BigInt(priceMinor * most) * FINE;
  const times = saved > 0n ? most : 0;
  const missingUnits = missingForBundle(parts, most, maxPerSale);
  const amounts = runs.map(() => 0);
  if (times === 0) return { amounts, used: amounts, times, missingUnits };
  const weights = runs.map(() => 0n);
  for (const member of members) weights[member.run.index] = (weights[member.run.index] ?? 0n) + valueOf([member]);
  return {
    amounts: withinNet(allocate(Math.min(roundFine(saved), sumOf(runs.map((run) => run.netMinor))), weights), runs),
    used: usedIn(runs, [{ times: 1, members }]),
    times,
    missingUnits,
  };
}

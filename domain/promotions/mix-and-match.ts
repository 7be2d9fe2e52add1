import { allocate } from '../base/money.ts';
import { FINE, type Group, type GroupOffer, groupsOf, missingFor, roundFine, type Run, usedIn, valueOf, withinNet } from './unit-runs.ts';

/**
 * What "any `units` for one price" takes off each run. Groups are made from the dearest pieces to the cheapest; each costs the
 * price, and what that saves is spread over its pieces by their worth. A group that costs less anyway is none.
 */
export function mixAndMatchOffer(
  runs: readonly Run[],
  { units, priceMinor, maxPerSale }: { readonly units: number; readonly priceMinor: number; readonly maxPerSale: number | null },
): GroupOffer {
  const amounts = runs.map(() => 0);
  const cheaper: Group[] = [];
  for (const group of groupsOf(runs, units, maxPerSale)) {
    const saved = valueOf(group.members) - BigInt(priceMinor) * FINE;
    if (saved <= 0n) break;
    cheaper.push(group);
    const shares = allocate(
      roundFine(saved * BigInt(group.times)),
      group.members.map((member) => valueOf([member])),
    );
    group.members.forEach(({ run }, position) => {
      amounts[run.index] = (amounts[run.index] ?? 0) + (shares[position] ?? 0);
    });
  }
  const times = cheaper.reduce((sum, group) => sum + group.times, 0);
  return {
    amounts: withinNet(amounts, runs),
    used: usedIn(runs, cheaper),
    times,
    missingUnits: missingFor(runs, units, times, maxPerSale),
  };
}

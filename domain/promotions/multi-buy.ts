import { allocate } from '../base/money.ts';
import type { PromotionOf } from './promotion.ts';
import {
  dearFirst,
  firstOf,
  firstUnits,
  groupsOf,
  type Group,
  type GroupOffer,
  type Member,
  missingFor,
  roundFine,
  type Run,
  sumOf,
  unitsOf,
  usedIn,
  valueOf,
  withinNet,
} from './unit-runs.ts';

/** Equal groups, with the pieces of each that are cheaper. */
export interface CheaperGroup extends Group {
  readonly cheaper: readonly Member[];
}

/** Spreads over all pieces of a group what its cheaper ones come to: the total is rounded once, and allocated by largest remainder. */
function overGroups(groups: readonly CheaperGroup[], runs: readonly Run[], basisPoints: number): number[] {
  let total = 0n;
  const weights = runs.map(() => 0n);
  for (const { times, members, cheaper } of groups) {
    const off = (valueOf(cheaper) * BigInt(times) * BigInt(basisPoints)) / 10_000n;
    const value = valueOf(members);
    if (value === 0n) continue;
    total += off;
    for (const { run, units } of members) {
      weights[run.index] = (weights[run.index] ?? 0n) + (off * BigInt(units) * run.value) / value;
    }
  }
  const most = sumOf(runs.map((run) => run.netMinor));
  return withinNet(allocate(Math.min(roundFine(total), most), weights), runs);
}

/** Leaves what the cheaper pieces come to on their own lines, rounded once a line. */
function onCheaper(groups: readonly CheaperGroup[], runs: readonly Run[], basisPoints: number): number[] {
  const off = runs.map(() => 0n);
  for (const { times, cheaper } of groups) {
    for (const { run, units } of cheaper) off[run.index] = (off[run.index] ?? 0n) + BigInt(times * units) * run.value;
  }
  return runs.map((run, index) => Math.min(run.netMinor, roundFine(((off[index] ?? 0n) * BigInt(basisPoints)) / 10_000n)));
}

/** What the cheaper pieces of groups take off each run, in minor units. */
export function cheaperAmounts(
  groups: readonly CheaperGroup[],
  runs: readonly Run[],
  { spread, basisPoints }: { readonly spread: 'group' | 'cheaper_units'; readonly basisPoints: number },
): number[] {
  if (groups.length === 0) return runs.map(() => 0);
  return spread === 'group' ? overGroups(groups, runs, basisPoints) : onCheaper(groups, runs, basisPoints);
}

/** The dearest pieces pay, the cheapest of all do not; what is in between is in no group. */
function cheapestOfAll(runs: readonly Run[], buy: number, pay: number, times: number): CheaperGroup[] {
  if (times === 0) return [];
  const queue = dearFirst(runs);
  const paying = firstUnits(queue, times * pay);
  const cheaper = firstUnits(queue.reverse(), times * (buy - pay));
  return [{ times: 1, members: [...paying, ...cheaper], cheaper }];
}

type Rule = Pick<PromotionOf<'multi_buy'>, 'buy' | 'pay' | 'basisPoints' | 'spread' | 'cheapestOf' | 'maxPerSale'>;

/**
 * What "of every `buy` units pay `pay`" takes off each run (rule M2). Units queue from the dearest to the cheapest and form
 * groups of `buy`; the cheapest `buy − pay` of a group are free or cheaper, and that is spread over all units of the group by
 * their price, unless the promotion leaves it on the cheaper ones. Units that fill no group pay in full.
 */
export function multiBuyOffer(runs: readonly Run[], rule: Rule): GroupOffer {
  const { buy, pay, maxPerSale } = rule;
  const none = runs.map(() => 0);
  if (pay >= buy) return { amounts: none, used: none, times: 0, missingUnits: null };
  const times = Math.min(Math.floor(unitsOf(runs) / buy), maxPerSale ?? Number.POSITIVE_INFINITY);
  const groups =
    rule.cheapestOf === 'all'
      ? cheapestOfAll(runs, buy, pay, times)
      : groupsOf(runs, buy, maxPerSale).map((group) => ({ ...group, cheaper: firstOf([...group.members].reverse(), buy - pay) }));
  return {
    amounts: cheaperAmounts(groups, runs, rule),
    used: usedIn(runs, groups),
    times,
    missingUnits: missingFor(runs, buy, times, maxPerSale),
  };
}

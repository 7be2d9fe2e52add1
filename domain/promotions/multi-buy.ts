import { allocate, UNIT_PRICE_SCALE } from '../base/money.ts';
import type { PromotedLine } from './promotion.ts';

/** Keeps a line's part of a group's discount precise to a billionth of a thousandth of a minor unit. */
const PRECISION = 1_000_000_000n;

interface Run {
  readonly index: number;
  readonly price: bigint;
  left: number;
}

/** What the groups took off: exactly, in thousandths of a minor unit, and by line as weights for the rounded total. */
interface Taken {
  total: bigint;
  readonly weights: bigint[];
}

/** Groups that lie within one line: all their units cost the same, so the line carries the whole discount. */
function takeWithin(run: Run, buy: number, free: number, taken: Taken): void {
  const groups = Math.floor(run.left / buy);
  const discount = BigInt(groups * free) * run.price;
  taken.total += discount;
  taken.weights[run.index] = (taken.weights[run.index] ?? 0n) + discount * PRECISION;
  run.left -= groups * buy;
}

/** A group that spans several lines: its cheapest `free` units are free, and every unit of it carries its share. */
function takeAcross(members: readonly { readonly run: Run; readonly units: number }[], free: number, taken: Taken): void {
  let stillFree = free;
  let discount = 0n;
  for (const { run, units } of [...members].reverse()) {
    const here = Math.min(units, stillFree);
    discount += BigInt(here) * run.price;
    stillFree -= here;
  }
  const value = members.reduce((sum, { run, units }) => sum + BigInt(units) * run.price, 0n);
  if (value === 0n) return;
  taken.total += discount;
  for (const { run, units } of members) {
    taken.weights[run.index] = (taken.weights[run.index] ?? 0n) + (discount * BigInt(units) * run.price * PRECISION) / value;
  }
}

/** Rounded shares may exceed the gross of a line whose units cost less than a minor unit: the rest goes to the lines with room. */
function withinGross(shares: readonly number[], lines: readonly PromotedLine[]): number[] {
  const capped = shares.map((share, index) => Math.min(share, lines[index]?.grossMinor ?? 0));
  let left = shares.reduce((sum, share) => sum + share, 0) - capped.reduce((sum, share) => sum + share, 0);
  return capped.map((share, index) => {
    const more = Math.min(left, (lines[index]?.grossMinor ?? 0) - share);
    left -= more;
    return share + more;
  });
}

/**
 * What "of every `buy` units pay `pay`" takes off each line, in minor units (rule M2). Units queue from the dearest to the
 * cheapest and form groups of `buy`; the cheapest `buy − pay` of a group are free, and that discount is spread over all
 * units of the group by their price. Units that fill no group pay in full. The total is rounded once, half up, and
 * allocated by largest remainder. Units are counted, not listed: a line may have a million of them.
 */
export function multiBuyDiscounts(lines: readonly PromotedLine[], buy: number, pay: number): number[] {
  const free = Math.max(0, buy - pay);
  const taken: Taken = { total: 0n, weights: lines.map(() => 0n) };
  const runs = lines
    .map((line, index): Run => ({ index, price: BigInt(line.unitPrice), left: line.quantity }))
    .sort((a, b) => (a.price === b.price ? a.index - b.index : a.price > b.price ? -1 : 1));
  let open: { run: Run; units: number }[] = [];
  let filled = 0;
  for (const run of runs) {
    if (filled > 0) {
      const units = Math.min(run.left, buy - filled);
      open.push({ run, units });
      run.left -= units;
      filled += units;
      if (filled < buy) continue;
      takeAcross(open, free, taken);
    }
    takeWithin(run, buy, free, taken);
    open = run.left > 0 ? [{ run, units: run.left }] : [];
    filled = run.left;
  }
  const scale = BigInt(UNIT_PRICE_SCALE);
  const rounded = Number((taken.total * 2n + scale) / (scale * 2n));
  const gross = lines.reduce((sum, line) => sum + line.grossMinor, 0);
  return withinGross(allocate(Math.min(rounded, gross), taken.weights), lines);
}

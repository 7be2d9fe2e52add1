import { buyGetOtherOffer } from './buy-get-other.ts';
import { bundleOffer } from './bundle.ts';
import { mixAndMatchOffer } from './mix-and-match.ts';
import { multiBuyOffer } from './multi-buy.ts';
import type { BookEntry } from './promotion-book.ts';
import type { PromotedLine } from './promotion.ts';
import { saleDiscounts } from './sale-discounts.ts';
import { unitDiscounts } from './unit-discounts.ts';
import { dearFirst, FINE, firstUnits, type GroupOffer, roundFine, type Run, valueOf } from './unit-runs.ts';

/** A line as a promotion finds it: what the ones before have left of it. */
export interface OpenLine {
  readonly line: PromotedLine;
  readonly netMinor: number;
  /** Pieces that stand in a group of another promotion. */
  readonly grouped: number;
}

/** What a promotion takes off its lines. Lists are by line, in the order given. */
export interface Offer {
  /** Minor units. */
  readonly amounts: readonly number[];
  /** Pieces that stand in its groups; null for a promotion without groups. */
  readonly used: readonly number[] | null;
  /** Groups that it made; null for a promotion without groups. */
  readonly times: number | null;
  readonly missingUnits: number | null;
  readonly missingMinor: number | null;
}

/** Parts of a minor unit in a thousandth of one, in which unit prices are written. */
const FINE_OF_PRICE = FINE / 1000n;

/** What one piece is worth: its price, or its part of what promotions before have left of the line. */
function pieceValue({ line, netMinor }: OpenLine): bigint {
  if (netMinor === line.grossMinor) return BigInt(line.unitPrice) * FINE_OF_PRICE;
  const quantity = BigInt(line.quantity);
  return (BigInt(netMinor) * FINE + quantity / 2n) / quantity;
}

/** Whole pieces can fill groups; goods by weight cannot. */
function runsOf(lines: readonly OpenLine[]): { runs: Run[]; places: number[] } {
  const runs: Run[] = [];
  const places: number[] = [];
  lines.forEach((one, place) => {
    const units = one.line.quantity - one.grouped;
    if ((one.line.quantityDecimals ?? 0) > 0 || units <= 0) return;
    runs.push({ index: runs.length, value: pieceValue(one), units, netMinor: one.netMinor });
    places.push(place);
  });
  return { runs, places };
}

/** The cheapest pieces alone, the earliest of equal ones, each line rounded once. */
function cheapestOffer(runs: readonly Run[], basisPoints: number, most: number): GroupOffer {
  const amounts = runs.map(() => 0);
  const cheapFirst = dearFirst(runs).sort((a, b) => (a.value === b.value ? a.index - b.index : a.value < b.value ? -1 : 1));
  for (const member of firstUnits(cheapFirst, most)) {
    amounts[member.run.index] = Math.min(member.run.netMinor, roundFine((valueOf([member]) * BigInt(basisPoints)) / 10_000n));
  }
  return { amounts, used: runs.map(() => 0), times: runs.length === 0 ? 0 : 1, missingUnits: null };
}

function groupOffer(
  { promotion, parts, isBought }: BookEntry,
  runs: readonly Run[],
  lineOf: (run: Run) => PromotedLine,
): GroupOffer | null {
  switch (promotion.kind) {
    case 'multi_buy':
      return multiBuyOffer(runs, promotion);
    case 'mix_and_match':
      return mixAndMatchOffer(runs, promotion);
    case 'buy_get_other':
      return buyGetOtherOffer(runs, promotion, (run) => isBought(lineOf(run)));
    case 'bundle': {
      const partOf = runs.map((run) => parts.findIndex((matches) => matches(lineOf(run))));
      const filled = promotion.parts.map(({ units }, part) => ({ units, runs: runs.filter((run) => partOf[run.index] === part) }));
      return bundleOffer(runs, filled, promotion);
    }
    case 'cheapest_off':
      return cheapestOffer(runs, promotion.basisPoints, promotion.maxPerSale ?? 1);
    default:
      return null;
  }
}

function offerOfGroups(entry: BookEntry, lines: readonly OpenLine[]): Offer | null {
  const { runs, places } = runsOf(lines);
  const offer = groupOffer(entry, runs, ({ index }) => lines[places[index] ?? 0]?.line ?? NO_LINE);
  if (offer === null) return null;
  const spreadOut = (byRun: readonly number[]) => {
    const byLine = lines.map(() => 0);
    places.forEach((place, index) => {
      byLine[place] = byRun[index] ?? 0;
    });
    return byLine;
  };
  const { amounts, used, times, missingUnits } = offer;
  return { amounts: spreadOut(amounts), used: spreadOut(used), times, missingUnits, missingMinor: null };
}

/** Stands where a list has no line at a place; no promotion acts on it. */
export const NO_LINE: PromotedLine = { sku: '', quantity: 0, unitPrice: 0, grossMinor: 0 };

const plain = { used: null, times: null, missingUnits: null, missingMinor: null };

/**
 * What a promotion on the whole of some lines takes off them, never more than they cost; null for a promotion on units.
 * @param at the lines. @param nets what each line of the sale still costs, in minor units. @param points that the customer wants to use.
 */
export function offerOnWhole({ promotion }: BookEntry, at: readonly number[], nets: readonly number[], points: number): Offer | null {
  switch (promotion.kind) {
    case 'sale_percent':
    case 'sale_amount':
    case 'tiered':
    case 'points': {
      const open = at.map((line) => nets[line] ?? 0);
      return { ...plain, ...saleDiscounts(open, promotion, points) };
    }
    default:
      return null;
  }
}

/** What a promotion on units takes off the lines that it names, never more than they cost; nothing for one on the whole. */
export function offerOnUnits(entry: BookEntry, lines: readonly OpenLine[]): Offer {
  const { promotion } = entry;
  switch (promotion.kind) {
    case 'percent_off':
    case 'amount_off':
    case 'fixed_price':
      return { ...plain, amounts: unitDiscounts(lines, promotion) };
    default:
      return offerOfGroups(entry, lines) ?? { ...plain, amounts: lines.map(() => 0) };
  }
}

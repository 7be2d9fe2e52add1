import { allocate } from '../base/money.ts';
import { NO_LINE, type Offer, offerOnUnits, offerOnWhole, type OpenLine } from './offer-of.ts';
import { type PromotionContext, budgetLeft, codeFor, leftForCustomer, NOT_NOW } from './promotion-context.ts';
import type { BookEntry, Members } from './promotion-book.ts';
import { pointsFor } from './sale-discounts.ts';
import type { PromotedLine, Promotion } from './promotion.ts';
import { sumOf } from './unit-runs.ts';

/** A promotion that made something cheaper. */
export interface Applied {
  readonly promotionId: string;
  readonly amountMinor: number;
  /** The lines that got some of it, and what each got, in the same order. */
  readonly lines: readonly number[];
  readonly amounts: readonly number[];
  /** Groups that it made; null for a promotion without groups. */
  readonly times: number | null;
  /** Points that it costs the customer; null where it costs none. */
  readonly points: number | null;
  /** The code that unlocked it. */
  readonly code: string | null;
}

/** Why a promotion that names goods on the counter did not make them cheaper. */
export const MISSED_REASONS = [...NOT_NOW, 'excluded', 'taken', 'below_minimum', 'needs_units', 'nothing_left', 'better_offer'] as const;

export type MissedReason = (typeof MISSED_REASONS)[number];

/** What would make a promotion act, or act once more: so many units, or so much, in minor units. */
export interface Unlock {
  readonly promotionId: string;
  readonly missingUnits: number | null;
  readonly missingMinor: number | null;
}

export interface Missed extends Unlock {
  readonly reason: MissedReason;
  /** The promotions that acted instead. */
  readonly by: readonly string[];
}

/** A sale while promotions act on it, one after the other. */
export interface Outcome {
  /** What the lines still cost. */
  readonly nets: number[];
  readonly applied: Applied[];
  readonly missed: Missed[];
  readonly unlocks: Unlock[];
  /** Pieces of each line that stand in a group. */
  readonly grouped: number[];
  /** Lines that a promotion of `one_per_line` has taken. */
  readonly taken: boolean[];
  /** Lines that nothing acts on any more. */
  readonly closed: boolean[];
}

/** What promotions act on. */
export interface Counter {
  readonly lines: readonly PromotedLine[];
  readonly context: PromotionContext;
  readonly entries: readonly BookEntry[];
  readonly members: ReadonlyMap<number, Members>;
}

export function outcomeBefore(lines: readonly PromotedLine[]): Outcome {
  return {
    nets: lines.map((line) => line.grossMinor),
    applied: [],
    missed: [],
    unlocks: [],
    grouped: lines.map(() => 0),
    taken: lines.map(() => false),
    closed: lines.map(() => false),
  };
}

function copyOf(outcome: Outcome): Outcome {
  return {
    nets: [...outcome.nets],
    applied: [...outcome.applied],
    missed: [...outcome.missed],
    unlocks: [...outcome.unlocks],
    grouped: [...outcome.grouped],
    taken: [...outcome.taken],
    closed: [...outcome.closed],
  };
}

/** Notes why a promotion did not act. */
export function miss(
  outcome: Pick<Outcome, 'missed'>,
  promotionId: string,
  reason: MissedReason,
  more: { readonly missingUnits?: number; readonly missingMinor?: number; readonly by?: readonly string[] } = {},
): void {
  outcome.missed.push({
    promotionId,
    reason,
    missingUnits: more.missingUnits ?? null,
    missingMinor: more.missingMinor ?? null,
    by: more.by ?? [],
  });
}

/** Notes what the goods lack, where they have less than a promotion asks for. What becomes cheaper by others counts for nothing. */
function isBelowMinimum(
  outcome: Outcome,
  { promotion: { id, minimumMinor, minimumUnits, kind }, isBought }: BookEntry,
  { lines }: Counter,
  named: readonly number[],
): boolean {
  if (minimumMinor === 0 && minimumUnits === 0) return false;
  const isBoughtAt = (line: PromotedLine | undefined) => line !== undefined && isBought(line);
  const at = kind === 'buy_get_other' ? named.filter((line) => isBoughtAt(lines[line])) : named;
  const missingMinor = minimumMinor === 0 ? 0 : minimumMinor - at.reduce((sum, line) => sum + (outcome.nets[line] ?? 0), 0);
  const unitsOn = (line: PromotedLine | undefined) => Math.floor((line?.quantity ?? 0) / 10 ** (line?.quantityDecimals ?? 0));
  const missingUnits = minimumUnits === 0 ? 0 : minimumUnits - at.reduce((sum, line) => sum + unitsOn(lines[line]), 0);
  if (missingMinor <= 0 && missingUnits <= 0) return false;
  const missing = { ...(missingMinor > 0 && { missingMinor }), ...(missingUnits > 0 && { missingUnits }) };
  miss(outcome, id, missingUnits > 0 ? 'needs_units' : 'below_minimum', missing);
  outcome.unlocks.push({ promotionId: id, missingUnits: missing.missingUnits ?? null, missingMinor: missing.missingMinor ?? null });
  return true;
}

/** The shares within what the promotion may take off: a part where it has a cap, or little is left of its budget or for its customer. */
function withinCap(amounts: readonly number[], promotion: Promotion, context: PromotionContext): readonly number[] {
  const cap = promotion.capMinor ?? Number.POSITIVE_INFINITY;
  const most = Math.min(cap, budgetLeft(promotion, context), leftForCustomer(promotion, context));
  return sumOf(amounts) <= most ? amounts : allocate(most, amounts);
}

/**
 * Whether a line takes part in this promotion, and is taken from others of `one_per_line`: where it gets something, or where the
 * promotion makes groups of it, or would with more units. Else one more unit could make the others dearer.
 */
function takesPart(share: number, wholeMinor: number, { times, missingUnits }: Offer): boolean {
  return times === null ? share > 0 : missingUnits !== null || wholeMinor > 0;
}

/** The lines that get a share, and the shares: no new lists where all of them do. */
function sharesOf(at: readonly number[], amounts: readonly number[]): Pick<Applied, 'lines' | 'amounts'> {
  if (!amounts.includes(0)) return { lines: at, amounts };
  return { lines: at.filter((_, position) => amounts[position] !== 0), amounts: amounts.filter((share) => share !== 0) };
}

function take(outcome: Outcome, { promotion }: BookEntry, context: PromotionContext, at: readonly number[], offer: Offer): void {
  const { nets, grouped, taken, closed } = outcome;
  const amounts = withinCap(offer.amounts, promotion, context);
  const amountMinor = sumOf(amounts);
  const [isOnce, stops] = [promotion.stacking === 'one_per_line', promotion.stacking === 'stops'];
  at.forEach((line, position) => {
    const share = amounts[position] ?? 0;
    if (isOnce && takesPart(share, amountMinor, offer)) taken[line] = true;
    if (offer.used !== null) grouped[line] = (grouped[line] ?? 0) + (offer.used[position] ?? 0);
    if (share === 0) return;
    nets[line] = (nets[line] ?? 0) - share;
    if (stops) closed[line] = true;
  });
  const { id } = promotion;
  const { missingUnits, missingMinor, times } = offer;
  if (missingUnits !== null || missingMinor !== null) outcome.unlocks.push({ promotionId: id, missingUnits, missingMinor });
  if (amountMinor > 0) {
    const points = promotion.kind === 'points' ? pointsFor(amountMinor, promotion) : null;
    outcome.applied.push({ promotionId: id, amountMinor, ...sharesOf(at, amounts), times, points, code: codeFor(promotion, context) });
  } else if (missingUnits !== null) miss(outcome, id, 'needs_units', { missingUnits });
  else if (missingMinor !== null) miss(outcome, id, 'below_minimum', { missingMinor });
  else miss(outcome, id, 'nothing_left');
}

/** What a promotion takes off these lines, as the ones before have left them. */
function offerFor({ nets, grouped, applied }: Outcome, entry: BookEntry, { lines, context }: Counter, at: readonly number[]): Offer {
  // No point pays twice where several promotions take points.
  const pointsLeft = (context.points ?? 0) - pointsOf(applied);
  const ofWhole = offerOnWhole(entry, at, nets, pointsLeft);
  if (ofWhole !== null) return ofWhole;
  const open = at.map((line): OpenLine => ({ line: lines[line] ?? NO_LINE, netMinor: nets[line] ?? 0, grouped: grouped[line] ?? 0 }));
  return offerOnUnits(entry, open);
}

/** The points that promotions cost the customer. */
export function pointsOf(applied: readonly Pick<Applied, 'points'>[]): number {
  return applied.reduce((sum, { points }) => sum + (points ?? 0), 0);
}

/** Lets one promotion act on what the ones before have left. */
function act(outcome: Outcome, place: number, counter: Counter): void {
  const entry = counter.entries[place];
  const named = counter.members.get(place)?.lines ?? [];
  if (entry === undefined) return;
  const { promotion } = entry;
  const isOpen = (line: number) =>
    outcome.closed[line] !== true && !(promotion.stacking === 'one_per_line' && outcome.taken[line] === true);
  const at = named.every(isOpen) ? named : named.filter(isOpen);
  if (at.length === 0) {
    const isNamed = new Set(named);
    const by = outcome.applied.filter(({ lines }) => lines.some((line) => isNamed.has(line)));
    miss(outcome, promotion.id, 'taken', { by: by.map(({ promotionId }) => promotionId) });
    return;
  }
  if (isBelowMinimum(outcome, entry, counter, at)) return;
  take(outcome, entry, counter.context, at, offerFor(outcome, entry, counter, at));
}

/** One promotion, or options of which the best acts, each with its places in the book. */
export type Step = readonly (readonly number[])[];

/** Groups the promotions that compete for the best offer, each group where its first stands. */
export function stepsOf(entries: readonly BookEntry[], places: readonly number[]): Step[] {
  const steps: number[][][] = [];
  const choices = new Map<string, { options: number[][]; byName: Map<string, number[]> }>();
  for (const place of places) {
    const promotion = entries[place]?.promotion;
    if (promotion === undefined) continue;
    if (promotion.bestOf === null) {
      steps.push([[place]]);
      continue;
    }
    let choice = choices.get(promotion.bestOf);
    if (choice === undefined) {
      choice = { options: [], byName: new Map() };
      choices.set(promotion.bestOf, choice);
      steps.push(choice.options);
    }
    const name = promotion.option ?? `\n${promotion.id}`;
    const option = choice.byName.get(name);
    if (option !== undefined) option.push(place);
    else {
      choice.options.push([place]);
      choice.byName.set(name, choice.options.at(-1) ?? []);
    }
  }
  return steps;
}

/** Of several outcomes, the one with the lowest total, the first of equal ones; what the others had applied is noted as missed. */
export function bestOutcome(outcomes: readonly Outcome[], before: Outcome): Outcome {
  const best = outcomes.reduce((found, one) => (sumOf(one.nets) < sumOf(found.nets) ? one : found));
  const news = <T>(of: readonly T[], old: readonly T[]) => of.slice(old.length);
  const by = news(best.applied, before.applied).map(({ promotionId }) => promotionId);
  for (const outcome of outcomes) {
    if (outcome === best) continue;
    best.missed.push(...news(outcome.missed, before.missed));
    for (const { promotionId } of news(outcome.applied, before.applied)) miss(best, promotionId, 'better_offer', { by });
  }
  return best;
}

/** Lets promotions act one after the other. */
export function runSteps(steps: readonly Step[], before: Outcome, counter: Counter): Outcome {
  let outcome = before;
  for (const options of steps) {
    const [only = []] = options;
    if (options.length === 1) {
      for (const place of only) act(outcome, place, counter);
      continue;
    }
    const from = outcome;
    const outcomes = options.map((option) => {
      const tried = copyOf(from);
      for (const place of option) act(tried, place, counter);
      return tried;
    });
    outcome = bestOutcome(outcomes, from);
  }
  return outcome;
}

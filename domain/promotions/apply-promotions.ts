import type { Adjustment } from '../base/adjustment.ts';
import { bookOf, membersOf } from './promotion-book.ts';
import { type PromotionContext, whyNotNow } from './promotion-context.ts';
import type { PromotedLine, Promotion } from './promotion.ts';
import {
  type Applied,
  bestOutcome,
  type Counter,
  type Missed,
  miss,
  type Outcome,
  outcomeBefore,
  runSteps,
  stepsOf,
  type Unlock,
} from './run-promotions.ts';

/** What promotions do to a sale, and why. Codes and facts: the words are the screen's. */
export interface PromotionResult {
  /** By line, never more than its gross. A discount over several lines is spread over all of them (rule M2). */
  readonly adjustments: Adjustment[][];
  /** In the order in which they acted. */
  readonly applied: readonly Applied[];
  /** Those that name goods on the counter and took nothing off. */
  readonly missed: readonly Missed[];
  /** The nearest thing that would make one act, or act once more. */
  readonly next: Unlock | null;
}

/** The fewest units first, then the smallest amount; of equal ones the first. */
function nearest(unlocks: readonly Unlock[]): Unlock | null {
  const distance = ({ missingUnits, missingMinor }: Unlock) => [missingMinor ?? 0, missingUnits ?? 0] as const;
  return unlocks.reduce<Unlock | null>((best, one) => {
    if (best === null) return one;
    const [minor, units] = distance(one);
    const [bestMinor, bestUnits] = distance(best);
    return minor < bestMinor || (minor === bestMinor && units < bestUnits) ? one : best;
  }, null);
}

/** Exclusive promotions act alone: the best of each of them and all others together acts, the first of equal ones. */
function runExclusive(places: readonly number[], counter: Counter): Outcome {
  const isExclusive = (place: number) => counter.entries[place]?.promotion.stacking === 'exclusive';
  const alone = places.filter(isExclusive);
  const together = places.filter((place) => !isExclusive(place));
  const run = (of: readonly number[]) => runSteps(stepsOf(counter.entries, of), outcomeBefore(counter.lines), counter);
  if (alone.length === 0) return run(together);
  const choices = [...alone.map((place) => [place]), ...(together.length > 0 ? [together] : [])];
  choices.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
  return bestOutcome(choices.map(run), outcomeBefore(counter.lines));
}

function adjustmentsOf({ applied }: Outcome, lines: readonly PromotedLine[]): Adjustment[][] {
  const adjustments: Adjustment[][] = lines.map(() => []);
  for (const { promotionId: sourceId, lines: at, amounts, points } of applied) {
    const source = points === null ? 'promotion' : 'reward';
    at.forEach((line, position) => {
      adjustments[line]?.push({ source, sourceId, amountMinor: -(amounts[position] ?? 0), reason: null, approvedBy: null });
    });
  }
  return adjustments;
}

/**
 * Applies promotions to a sale: the same at the till, for an order and on the server. They act in the order of their priority, each
 * on what the ones before have left of the price. Amounts are whole minor units (rule M1).
 * @param promotions the same list as long as they do not change: what finds them by SKU is made once for each list.
 */
export function applyPromotions(
  lines: readonly PromotedLine[],
  promotions: readonly Promotion[],
  context: PromotionContext,
): PromotionResult {
  const book = bookOf(promotions);
  const members = membersOf(book, lines);
  const counter: Counter = { lines, context, entries: book.entries, members };
  const notNow: Missed[] = [];
  const places = [...members.keys()]
    .sort((a, b) => a - b)
    .filter((place) => {
      const promotion = book.entries[place]?.promotion;
      if (promotion === undefined) return false;
      const reason = whyNotNow(promotion, context) ?? (members.get(place)?.lines.length === 0 ? 'excluded' : null);
      if (reason !== null) miss({ missed: notNow }, promotion.id, reason);
      return reason === null;
    });
  const outcome = runExclusive(places, counter);
  return {
    adjustments: adjustmentsOf(outcome, lines),
    applied: outcome.applied,
    missed: [...notNow, ...outcome.missed],
    next: nearest(outcome.unlocks),
  };
}

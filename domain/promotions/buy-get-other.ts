import { cheaperAmounts } from './multi-buy.ts';
import type { PromotionOf } from './promotion.ts';
import { dearFirst, firstUnits, type GroupOffer, missingFor, type Run, unitsOf, usedIn } from './unit-runs.ts';

type Rule = Pick<PromotionOf<'buy_get_other'>, 'buy' | 'get' | 'basisPoints' | 'spread' | 'maxPerSale'>;

/**
 * What "for every `buy` units of some goods, `get` units of others are cheaper" takes off each run: the dearest are bought, and
 * the cheapest of the others are cheaper. A last group may get less than `get` where no more is on the counter.
 * @param isBought whether a run counts as bought; the rest are the others.
 */
export function buyGetOtherOffer(runs: readonly Run[], rule: Rule, isBought: (run: Run) => boolean): GroupOffer {
  const { buy, get, maxPerSale } = rule;
  const bought = runs.filter(isBought);
  const others = runs.filter((run) => !isBought(run));
  const earned = Math.min(Math.floor(unitsOf(bought) / buy), maxPerSale ?? Number.POSITIVE_INFINITY);
  const cheaper = firstUnits(dearFirst(others).reverse(), earned * get);
  const got = unitsOf(cheaper);
  const times = Math.ceil(got / get);
  const groups = times === 0 ? [] : [{ times: 1, members: [...firstUnits(dearFirst(bought), times * buy), ...cheaper], cheaper }];
  const stillToGet = earned * get - got;
  return {
    amounts: cheaperAmounts(groups, runs, rule),
    used: usedIn(runs, groups),
    times,
    missingUnits: stillToGet > 0 ? stillToGet : missingFor(bought, buy, earned, maxPerSale),
  };
}

import { performance } from 'node:perf_hooks';
import { priceSale, type PriceRules } from '../../domain/pricing/price-sale.ts';
import type { CartLine } from '../../domain/pricing/cart-line.ts';
import { type Promotion, promotion } from '../../domain/promotions/promotion.ts';
import { oneTaxPerClass } from '../../domain/tax/tax-rules.ts';
import { chanceFrom } from '../../sync-server/sample/chance.ts';
import { type BenchResult, percentile, summarize } from './result.ts';

const LINES = 500;
const PROMOTIONS = 200;
/** SKUs of the catalog that a promotion names, most of them not on the counter. */
const NAMED = 400;
const CATALOG = 5_000;
const RUNS = 300;
const WARM_UP = 100;
const GOAL_MS = 8;
const DATE = '2026-11-26';

const chance = chanceFrom('price-cart');
const skuOf = (n: number): string => `P${String(n).padStart(5, '0')}`;

/** 500 different goods, every tenth by weight. */
const cart: readonly CartLine[] = Array.from({ length: LINES }, (_, index) => ({
  sku: skuOf(index * (CATALOG / LINES)),
  gtin: null,
  name: `Article ${index}`,
  category: `Category ${index % 20}`,
  quantity: index % 10 === 0 ? chance.whole(100, 3_000) : chance.whole(1, 6),
  ...(index % 10 === 0 && { unit: 'kg' as const, quantityDecimals: 3 }),
  unitPrice: chance.whole(99, 9_999) * 1000,
  taxClass: index % 3 === 0 ? 'reduced' : 'standard',
}));

/** What the promotions take off, one kind after the other: mostly lists of goods, a few on a category or the whole sale. */
function kindOf(index: number): object {
  const kinds = [
    { kind: 'percent_off', basisPoints: 1500 },
    { kind: 'multi_buy', buy: 3, pay: 2 },
    { kind: 'mix_and_match', units: 3, priceMinor: 2500 },
    { kind: 'amount_off', amountMinor: 100 },
    { kind: 'fixed_price', priceMinor: 499 },
    { kind: 'cheapest_off', basisPoints: 5000 },
    { kind: 'buy_get_other', buy: 2, get: 1, gets: { categories: [`Category ${index % 20}`] } },
    { kind: 'bundle', priceMinor: 1999, parts: [0, 1].map((part) => ({ skus: [skuOf((index + part) * 10)], units: 1 })) },
    { kind: 'percent_off', basisPoints: 500, skus: [], categories: [`Category ${index % 20}`] },
    index % 20 === 9
      ? { kind: 'sale_percent', basisPoints: 100, everything: true, minimumMinor: 10_000 }
      : { kind: 'tiered', skus: [], categories: [`Category ${index % 20}`], tiers: [{ fromMinor: 5_000, basisPoints: 500 }] },
  ];
  return kinds[index % kinds.length] ?? {};
}

const promotions: readonly Promotion[] = Array.from({ length: PROMOTIONS }, (_, index) =>
  promotion.parse({
    id: `promotion-${index}`,
    name: `Promotion ${index}`,
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
    stacking: index % 4 === 0 ? 'one_per_line' : 'stackable',
    skus: Array.from({ length: NAMED }, () => skuOf(chance.whole(0, CATALOG - 1))),
    ...kindOf(index),
  }),
);

const rulesWith = (active: readonly Promotion[]): PriceRules => ({
  pricesIncludeTax: false,
  taxes: oneTaxPerClass({ standard: 88_750, reduced: 40_000 }),
  promotions: active,
  date: DATE,
});

/** How long pricing the whole cart takes, in milliseconds, once for each scan. */
function times(rules: PriceRules): number[] {
  for (let run = 0; run < WARM_UP; run += 1) priceSale(cart, rules);
  return Array.from({ length: RUNS }, () => {
    const start = performance.now();
    priceSale(cart, rules);
    return performance.now() - start;
  });
}

/** A cart of 500 lines with 200 promotions that hold, priced as a scan prices it; the baseline has none. */
export function priceCart(): BenchResult[] {
  const values = times(rulesWith(promotions));
  return [
    summarize({
      name: `price-cart: ${LINES} lines, ${PROMOTIONS} promotions`,
      unit: 'ms',
      values,
      baselines: times(rulesWith([])),
      goal: `p95 at most ${GOAL_MS} ms`,
      met: () => percentile(values, 0.95) <= GOAL_MS,
    }),
  ];
}

import { ACCESS_MUTATIONS } from './mutations/access.ts';
import { ARTICLE_MUTATIONS } from './mutations/articles.ts';
import { FEED_MUTATIONS } from './mutations/feed.ts';
import { JOURNAL_MUTATIONS } from './mutations/journal.ts';
import { MONEY_MUTATIONS } from './mutations/money.ts';
import { ORDERS_MUTATIONS } from './mutations/orders.ts';
import { PICKUP_MUTATIONS } from './mutations/pickups.ts';
import { STOCK_MUTATIONS } from './mutations/stock.ts';
import { TENDERS_MUTATIONS } from './mutations/tenders.ts';
import type { Mutation } from './mutations/mutation.ts';

/** All that are tried, in this order. */
export const MUTATIONS: readonly Mutation[] = [
  ...JOURNAL_MUTATIONS,
  ...FEED_MUTATIONS,
  ...STOCK_MUTATIONS,
  ...MONEY_MUTATIONS,
  ...TENDERS_MUTATIONS,
  ...ARTICLE_MUTATIONS,
  ...ORDERS_MUTATIONS,
  ...PICKUP_MUTATIONS,
  ...ACCESS_MUTATIONS,
];

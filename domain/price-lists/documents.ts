import { defineDocument } from '../base/define-document.ts';
import { WHILE_CURRENT } from '../base/retention.ts';
import { priceList, pricePage } from './price-list.ts';

export const priceListDocument = defineDocument({
  kind: 'price_list',
  since: 2,
  schema: priceList,
  scope: 'all',
  stored: { in: 'table', table: 'price_lists', key: 'id', columns: {} },
  held: 'memory',
  retention: WHILE_CURRENT,
  personal: [],
  idOf: ({ id }) => id,
});

/** Prices travel and are held by pages, as the catalog does (decision 4). A list for some stores travels to those alone. */
export const pricePageDocument = defineDocument({
  kind: 'price_page',
  since: 2,
  schema: pricePage,
  scope: 'all',
  stored: { in: 'projection' },
  held: 'memory',
  retention: WHILE_CURRENT,
  personal: [],
});

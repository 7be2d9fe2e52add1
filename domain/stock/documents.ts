import { z } from 'zod';
import { defineDocument } from '../base/define-document.ts';
import { WHILE_CURRENT } from '../base/retention.ts';
import { stockLevel } from './stock.ts';

/** Stock of one store, one of `STOCK_PAGES` pages; its id is the page number. */
export const stockPage = z.strictObject({ page: z.number().int(), levels: z.array(stockLevel) });

export type StockPage = z.infer<typeof stockPage>;

export const stockPageDocument = defineDocument({
  kind: 'stock_page',
  schema: stockPage,
  scope: 'store',
  stored: { in: 'projection' },
  held: 'memory',
  retention: WHILE_CURRENT,
  personal: [],
});

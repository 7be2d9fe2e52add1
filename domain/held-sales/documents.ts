import { defineDocument } from '../base/define-document.ts';
import { heldSale } from './held-sale.ts';

/** Held sales are no books: they go a quarter after somebody took them up. A register needs them for the notice that another did, too. */
export const heldSaleDocument = defineDocument({
  kind: 'held_sale',
  since: 2,
  schema: heldSale,
  scope: 'store',
  stored: { in: 'documents' },
  held: 'memory',
  retention: { register: { daysAfterEnd: 1 }, feed: { daysAfterEnd: 2 }, server: { daysAfterEnd: 90 } },
  personal: [],
  idOf: (sale) => sale.id,
  storeOf: (sale) => sale.storeId,
  endOf: (sale) => sale.taken[0]?.at ?? null,
  datedBy: ['at'],
});

import { defineDocument } from '../base/define-document.ts';
import { WHILE_CURRENT } from '../base/retention.ts';
import { promotion } from './promotion.ts';

export const promotionDocument = defineDocument({
  kind: 'promotion',
  schema: promotion,
  scope: 'all',
  stored: { in: 'table', table: 'promotions', key: 'id', columns: {} },
  held: 'memory',
  retention: WHILE_CURRENT,
  personal: [],
});

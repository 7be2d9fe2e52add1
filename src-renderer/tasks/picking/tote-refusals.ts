import type { StoreReader } from '../../../domain/base/define-document.ts';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import type { Tote } from '../../../domain/fulfillment/tote.ts';
import { checkTote } from '../../../domain/fulfillment/use-totes.ts';
import { contentOf } from './tote-words.ts';
import { words } from '../../../texts/words/words.ts';

/** Why goods of an order do not go into a tote, with what lies in it; null where they do. */
export function refuseToteOf(reader: StoreReader, order: FulfillmentOrder, code: string, timezone: string): string | null {
  const check = checkTote(reader, order, code);
  switch (check.kind) {
    case 'right':
      return null;
    case 'other_tote':
      return words('picking.wrongTote', { code, number: order.orderNumber, own: check.code });
    case 'not_empty':
      return words('picking.toteHolds', { ...contentOf(check.tote, timezone) });
  }
}

/** What lies in a tote that was scanned with nothing in hand. */
export function itemFirst(tote: Tote | undefined, code: string, timezone: string): string {
  const isEmpty = tote === undefined || tote.goods.length === 0;
  return isEmpty ? words('picking.itemFirst', { code }) : words('picking.itemFirstHolds', { ...contentOf(tote, timezone) });
}

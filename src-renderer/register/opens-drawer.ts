import type { Operation } from '../../domain/registry/operations.ts';
import { inParts } from '../../domain/exchanges/parts-of.ts';
import { goodsReturned } from '../../domain/returns/operations.ts';
import { saleCompleted } from '../../domain/sale/operations.ts';
import { cashMoved, drawerOpened } from '../../domain/shift/operations.ts';

/** Whether the drawer opens for what was recorded. @param rule for which sales and returns it does. */
export function opensDrawer(operation: Operation, rule: 'cash' | 'always' | 'by_hand'): boolean {
  if (drawerOpened.is(operation) || cashMoved.is(operation)) return true;
  const receipts = inParts(operation).filter((one) => saleCompleted.is(one) || goodsReturned.is(one));
  if (receipts.length === 0) return false;
  const hasCash = receipts.some(({ payload }) => payload.tenders.some(({ kind }) => kind === 'cash'));
  return rule === 'always' || (rule === 'cash' && hasCash);
}

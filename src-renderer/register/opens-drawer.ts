import type { Operation } from '../../domain/registry/operations.ts';
import { goodsReturned } from '../../domain/returns/operations.ts';
import { saleCompleted } from '../../domain/sale/operations.ts';
import { cashMoved, drawerOpened } from '../../domain/shift/operations.ts';

/** Whether the drawer opens for what was recorded. @param rule for which sales and returns it does. */
export function opensDrawer(operation: Operation, rule: 'cash' | 'always' | 'by_hand'): boolean {
  if (drawerOpened.is(operation) || cashMoved.is(operation)) return true;
  if (!saleCompleted.is(operation) && !goodsReturned.is(operation)) return false;
  const { tenders } = operation.payload as { readonly tenders: readonly { readonly kind: string }[] };
  return rule === 'always' || (rule === 'cash' && tenders.some(({ kind }) => kind === 'cash'));
}

import type { Operation } from '../../domain/registry/operations.ts';
import { goodsReturned } from '../../domain/returns/operations.ts';
import { FINAL_SKU } from './goods.ts';
import { roleOf } from './staff.ts';

/** What is wrong with a return by the terms, a sentence each: goods that stay came back, and nobody says who let them. */
export function wrongByTerms({ id, payload }: Operation): string[] {
  if (!('lines' in payload) || !('isVoid' in payload) || payload.isVoid) return [];
  const silent = payload.lines.filter(
    ({ sku, kind, orderId, against }) => sku === FINAL_SKU && kind === 'goods' && orderId === null && !against,
  );
  return silent.map(({ lineNo }) => `A1: line ${lineNo} of return ${id} stays with its customer, and nobody says who took it back`);
}

/** Whether whoever took goods back against the terms might do so: a manager, or a manager has approved it. */
export function mayGoAgainst(operation: Operation): boolean {
  if (!goodsReturned.is(operation) || roleOf(operation.associateId) === 'manager') return true;
  return operation.payload.lines
    .flatMap(({ against, feeWaived }) => [against, feeWaived])
    .every((one) => one === undefined || isByManager(one.approvedBy, operation.associateId));
}

function isByManager(approver: string | null, associateId: string | null): boolean {
  return roleOf(approver) === 'manager' && approver !== associateId;
}

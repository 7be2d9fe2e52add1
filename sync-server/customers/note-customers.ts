import { customerConsentDocument } from '../../domain/customers/documents.ts';
import type { StoreOverlay } from '../../domain/base/store-overlay.ts';
import { inParts } from '../../domain/exchanges/parts-of.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import { goodsReturned } from '../../domain/returns/operations.ts';
import { saleCompleted } from '../../domain/sale/operations.ts';
import type { ChangeItem } from '../changes/allocate-changes.ts';
import type { Tx } from '../db/database.ts';
import { changeOf, changesInStores, noteServed, type Served } from './write-customers.ts';

function servedBy(operation: Operation): Served[] {
  const isOfCustomer = saleCompleted.is(operation) || goodsReturned.is(operation);
  const customerId = isOfCustomer ? operation.payload.customerId : null;
  return customerId === null ? [] : [{ customerId, storeId: operation.storeId }];
}

/**
 * What operations mean for customers: a store that sold to one holds them from then on, and a consent is told wherever they are
 * held. The profile may still be on its way.
 */
export async function noteCustomers(
  tx: Tx,
  operations: readonly Operation[],
  overlay: StoreOverlay,
  changeItems: ChangeItem[],
): Promise<void> {
  const consents = [...overlay.changedOf(customerConsentDocument).values()];
  const served = [
    ...operations.flatMap(inParts).flatMap(servedBy),
    ...consents.map(({ customerId, storeId }) => ({ customerId, storeId })),
  ];
  for (const one of await noteServed(tx, served)) changeItems.push(changeOf(one));
  changeItems.push(
    ...(await changesInStores(
      tx,
      consents.map(({ customerId }) => customerId),
    )),
  );
}

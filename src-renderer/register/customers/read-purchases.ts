import { joinPurchases, type Purchase, purchaseOfReturn, purchaseOfSale } from '../../../domain/customers/purchase.ts';
import { inParts } from '../../../domain/exchanges/parts-of.ts';
import type { Operation } from '../../../domain/registry/operations.ts';
import { goodsReturned } from '../../../domain/returns/operations.ts';
import { saleCompleted } from '../../../domain/sale/operations.ts';
import type { Answered } from '../../kit/customer-services.ts';
import type { RegisterParts } from '../register-parts.ts';
import { readBefore } from '../read-operations.ts';

/** How far back a register looks in its own journal. */
const MOST_READ = 2_000;

function purchasesIn(operations: readonly Operation[], customerId: string, storeName: string): Purchase[] {
  return operations.flatMap(inParts).flatMap((operation) => {
    const where = { storeName, at: operation.at };
    if (saleCompleted.is(operation) && operation.payload.customerId === customerId) return [purchaseOfSale(operation.payload, where)];
    if (goodsReturned.is(operation) && operation.payload.customerId === customerId) return [purchaseOfReturn(operation.payload, where)];
    return [];
  });
}

type Sources = Pick<RegisterParts, 'identity' | 'view' | 'journal' | 'client' | 'link'>;

/** See `CustomerServices.purchases`. */
export async function readPurchases({ identity, view, journal, client, link }: Sources, customerId: string): Promise<Answered<Purchase>> {
  const { storeName } = identity;
  if (link.state.getState().connection.status === 'online') {
    try {
      const items = await client.customerPurchases(customerId);
      return { from: 'server', items: joinPurchases(items, purchasesIn(view.pendingOperations, customerId, storeName)) };
    } catch {
      // What is in this register's own journal has to do.
    }
  }
  const { seq } = await journal.tail();
  const operations = await readBefore(journal, seq + 1, MOST_READ);
  return { from: 'device', items: joinPurchases(purchasesIn(operations, customerId, storeName), []) };
}

import { fulfillmentOrderDocument } from '../../domain/fulfillment/documents.ts';
import { lineSubstituted } from '../../domain/fulfillment/operations.ts';
import type { FulfillmentLine } from '../../domain/fulfillment/fulfillment-order.ts';
import type { OrderIntake } from '../../domain/orders/order-intake.ts';
import type { Audited } from './audited.ts';
import { paidFor } from './goods.ts';

/** A substitute is one that the shop said its customer takes, and costs what the shop said: less than what was ordered (rules M1, J9). */
function wrongLine(order: OrderIntake, line: FulfillmentLine): string[] {
  const { insteadOf, sku, quantity, totalMinor } = line;
  if (insteadOf === undefined) return [];
  const ordered = order.lines[insteadOf.lineNo - 1];
  if (ordered?.substitutes?.some((one) => one.sku === sku) !== true) {
    return [`J5: ${sku} counts for ${order.number} instead of ${ordered?.sku}, which its customer never said`];
  }
  const [costs, paid] = [paidFor(sku, quantity), paidFor(ordered.sku, quantity)];
  return totalMinor === costs && insteadOf.totalMinor === paid
    ? []
    : [`M1: ${quantity} of ${sku} in ${order.number} cost ${totalMinor} of ${insteadOf.totalMinor}; by hand it is ${costs} of ${paid}`];
}

/** Every substitute is what a customer allowed, at its price; and none was counted that nobody picked. */
export async function compareSubstitutes({ books, shop, pool: { db } }: Audited): Promise<string[]> {
  const ordered = new Map(shop.placed.map(({ order }) => [order.number, order]));
  const picked = new Map<string, number>();
  for (const { operation } of books.entries.values()) {
    if (!lineSubstituted.is(operation)) continue;
    const { fulfillmentOrderId, lineNo, sku, quantity } = operation.payload;
    const key = `${fulfillmentOrderId} ${lineNo} ${sku}`;
    picked.set(key, (picked.get(key) ?? 0) + quantity);
  }
  const rows = await db.selectFrom('fulfillment_orders').select('body').execute();
  return rows
    .map(({ body }) => fulfillmentOrderDocument.completed(body))
    .flatMap(({ id, orderNumber, lines }) => {
      const order = ordered.get(orderNumber);
      if (order === undefined) return [];
      return lines.flatMap((line) => {
        const told = picked.get(`${id} ${line.insteadOf?.lineNo} ${line.sku}`) ?? 0;
        const invented = line.insteadOf !== undefined && line.quantity > told;
        const many = invented ? [`P2: ${line.quantity} of ${line.sku} count for ${orderNumber}, and ${told} were picked`] : [];
        return [...wrongLine(order, line), ...many];
      });
    });
}

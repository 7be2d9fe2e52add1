import { inParts } from '../../domain/exchanges/parts-of.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import { goodsReturned } from '../../domain/returns/operations.ts';
import { saleCompleted } from '../../domain/sale/operations.ts';
import type { Audited } from './audited.ts';

const isSale = (operation: Operation) => inParts(operation).some((one) => saleCompleted.is(one));
const isReturn = (operation: Operation) => inParts(operation).some((one) => goodsReturned.is(one));

/** Every sale and refund has the amount that a person would reckon, and each drawer what went in and out of it (rule M1). */
export async function compareMoney({ books, pool }: Audited): Promise<string[]> {
  const { db } = pool;
  const wrong: string[] = [];
  const applied = new Set((await db.selectFrom('operations').select('id').execute()).map((row) => row.id));
  const sales = new Map(
    (await db.selectFrom('sales').select(['sale_id', 'total_minor']).execute()).map((row) => [row.sale_id, row.total_minor]),
  );
  const returns = new Map(
    (await db.selectFrom('returns').select(['operation_id', 'refund_minor']).execute()).map((row) => [row.operation_id, row.refund_minor]),
  );
  const drawers = new Map<string, number>();
  const notes = new Map<string, Record<string, number>>();
  for (const { operation, cashMinor, soldMinor, refundMinor, foreign = {} } of books.entries.values()) {
    const { id, shiftId } = operation;
    if (!applied.has(id)) continue;
    if (isSale(operation) && sales.get(id) !== soldMinor)
      wrong.push(`M1: sale ${id} is ${sales.get(id) ?? 'not'} in the pool, its goods cost ${soldMinor}`);
    if (isReturn(operation) && returns.get(id) !== refundMinor)
      wrong.push(`M1: refund ${id} is ${returns.get(id) ?? 'not'} in the pool, the customer got ${refundMinor}`);
    for (const [currency, minor] of Object.entries(foreign)) {
      const before = notes.get(shiftId ?? '') ?? {};
      notes.set(shiftId ?? '', { ...before, [currency]: (before[currency] ?? 0) + minor });
    }
    if (shiftId !== null && cashMinor !== 0) drawers.set(shiftId, (drawers.get(shiftId) ?? 0) + cashMinor);
  }
  const count = [...books.entries.values()].filter(({ operation }) => applied.has(operation.id) && isSale(operation)).length;
  if (sales.size !== count) wrong.push(`M1: the pool has ${sales.size} sales, the books ${count}`);
  for (const { id, body } of await db.selectFrom('shifts').select(['id', 'body']).execute()) {
    const other = JSON.stringify(body.otherCash ?? {});
    if (other !== JSON.stringify(notes.get(id) ?? {}))
      wrong.push(`M3: the drawer of shift ${id} took ${JSON.stringify(notes.get(id) ?? {})} of other countries, the pool says ${other}`);
    if (body.cashMinor !== (drawers.get(id) ?? 0))
      wrong.push(`M1: the drawer of shift ${id} took ${drawers.get(id) ?? 0}, the pool says ${body.cashMinor}`);
  }
  return wrong;
}

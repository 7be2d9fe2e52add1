import { exceptionDocument } from '../../domain/exceptions/documents.ts';
import { inParts } from '../../domain/exchanges/parts-of.ts';
import { saleDocument } from '../../domain/sale/documents.ts';
import { saleCompleted } from '../../domain/sale/operations.ts';
import { shiftDocument } from '../../domain/shift/documents.ts';
import { shiftOpened } from '../../domain/shift/operations.ts';
import { sql } from 'kysely';
import { applyOperation } from '../../domain/registry/apply-operation.ts';
import type { Effect } from '../../domain/base/effect.ts';
import type { StoreOverlay } from '../../domain/base/store-overlay.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import type { Tx } from '../db/database.ts';
import { readParked } from '../intake/read-operation.ts';

async function readApplied(tx: Tx, where: ReturnType<typeof sql<boolean>>): Promise<Operation[]> {
  const rows = await tx
    .selectFrom('operations')
    .select('body')
    .where('outcome', '=', 'applied')
    .where(where)
    .orderBy('register_id')
    .orderBy('seq')
    .execute();
  return rows.flatMap((row) => {
    const { parsed } = readParked(row.body);
    return parsed.ok ? [parsed.operation] : [];
  });
}

function again(overlay: StoreOverlay, operations: readonly Operation[], counts: (effect: Effect) => boolean): void {
  for (const operation of operations) overlay.fold(applyOperation(overlay, operation).filter(counts));
}

/**
 * What was applied while a shift or a sale was missing could not be noted on it. Once the missing operation has its
 * effect, those notes are made up for: cash in the drawer of a shift, and units that came back on a receipt. All else
 * that those operations did stays as it is.
 */
export async function settleDependents(tx: Tx, overlay: StoreOverlay, operation: Operation): Promise<void> {
  if (shiftOpened.is(operation)) {
    const inShift = sql<boolean>`register_id = ${operation.registerId} and seq > ${operation.seq}::bigint and body ->> 'shiftId' =
      ${operation.id}`;
    again(overlay, await readApplied(tx, inShift), (effect) => shiftDocument.in([effect]).length > 0);
  }
  const sale = inParts(operation).find((one) => saleCompleted.is(one));
  if (sale !== undefined) {
    const onReceipt = sql<boolean>`id in (select operation_id::uuid from returns where origin ->> 'receiptNumber' =
      ${sale.payload.receiptNumber})`;
    again(
      overlay,
      await readApplied(tx, onReceipt),
      (effect) =>
        saleDocument.in([effect]).length > 0 || exceptionDocument.in([effect]).some(({ kind }) => kind === 'returned_more_than_bought'),
    );
  }
}

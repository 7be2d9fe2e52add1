import { shiftDocument } from '../../domain/shift/documents.ts';
import { shiftClosed } from '../../domain/shift/operations.ts';
import type { Shift } from '../../domain/shift/shift.ts';
import type { StoreReader } from '../../domain/base/define-document.ts';
import { sql } from 'kysely';
import { StoreOverlay } from '../../domain/base/store-overlay.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import type { Tx } from '../db/database.ts';

/** What a late operation is applied to, and what is put right once it was. */
export interface Standing {
  readonly reader: StoreReader;
  /** Closes again what had been closed by now. */
  readonly closeAgain: (overlay: StoreOverlay) => void;
}

function openAgain(base: StoreReader, shift: Shift): StoreReader {
  const reader = new StoreOverlay(base);
  reader.learn(shiftDocument, [shift]);
  return reader;
}

/**
 * The store as the operation found it in its own place: its drawer was still open if its register closed it only later.
 * The cash was in it when it was counted.
 */
export async function asItStood(tx: Tx, base: StoreReader, operation: Operation): Promise<Standing> {
  const { shiftId, registerId, seq } = operation;
  const shift = shiftId === null ? undefined : base.get(shiftDocument, shiftId);
  const closed = shift?.closed ?? null;
  if (shift === undefined || closed === null || shift.registerId !== registerId || shiftClosed.is(operation))
    return { reader: base, closeAgain: () => undefined };
  const closing = await tx
    .selectFrom('operations')
    .select((of) => of.fn.min('seq').as('seq'))
    .where('register_id', '=', registerId)
    .where('type', '=', shiftClosed.type)
    .where('outcome', '=', 'applied')
    .where(sql<boolean>`body ->> 'shiftId' = ${shift.id}`)
    .executeTakeFirstOrThrow();
  if (seq > Number(closing.seq ?? 0)) return { reader: base, closeAgain: () => undefined };
  return {
    reader: openAgain(base, { ...shift, closed: null }),
    closeAgain: (overlay) => {
      const changed = overlay.changedOf(shiftDocument).get(shift.id);
      if (changed?.closed === null) overlay.fold([shiftDocument.put({ ...changed, closed })]);
    },
  };
}

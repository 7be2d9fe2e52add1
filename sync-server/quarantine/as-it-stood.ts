import { sql } from 'kysely';
import type { StoreReader } from '../../domain/base/effect.ts';
import type { StoreOverlay } from '../../domain/base/store-overlay.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import type { Tx } from '../db/database.ts';

/** What a late operation is applied to, and what is put right once it was. */
export interface Standing {
  readonly reader: StoreReader;
  /** Closes again what had been closed by now. */
  readonly closeAgain: (overlay: StoreOverlay) => void;
}

/**
 * The store as the operation found it in its own place: its drawer was still open if its register closed it only later.
 * The cash was in it when it was counted.
 */
export async function asItStood(tx: Tx, base: StoreReader, operation: Operation): Promise<Standing> {
  const { shiftId, registerId, seq } = operation;
  const shift = shiftId === null ? undefined : base.shift(shiftId);
  const closed = shift?.closed ?? null;
  if (shift === undefined || closed === null || shift.registerId !== registerId || operation.type === 'shift_closed')
    return { reader: base, closeAgain: () => undefined };
  const closing = await tx
    .selectFrom('operations')
    .select((of) => of.fn.min('seq').as('seq'))
    .where('register_id', '=', registerId)
    .where('type', '=', 'shift_closed')
    .where('outcome', '=', 'applied')
    .where(sql<boolean>`body ->> 'shiftId' = ${shift.id}`)
    .executeTakeFirstOrThrow();
  if (seq > Number(closing.seq ?? 0)) return { reader: base, closeAgain: () => undefined };
  return {
    reader: {
      fulfillmentOrder: (id) => base.fulfillmentOrder(id),
      sale: (number) => base.sale(number),
      exception: (id) => base.exception(id),
      shift: (id) => (id === shift.id ? { ...shift, closed: null } : base.shift(id)),
    },
    closeAgain: (overlay) => {
      const changed = overlay.shifts.get(shift.id);
      if (changed?.closed === null) overlay.fold([{ kind: 'shift', shift: { ...changed, closed } }]);
    },
  };
}

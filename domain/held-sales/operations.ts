import { z } from 'zod';
import { defineOperation } from '../base/define-operation.ts';
import { entityId } from '../base/envelope.ts';
import { text } from '../base/text.ts';
import { heldSaleDocument } from './documents.ts';
import { heldGoods, heldPoints } from './held-sale.ts';

const prefix = text.max(8);

/** A sale was put aside: every register of the store may go on with it. */
export const saleHeld = defineOperation({
  type: 'sale_held',
  since: 3,
  permission: 'sale.change',
  isTrace: true,
  payload: heldGoods.extend({ heldSaleId: entityId, prefix, customerId: entityId.nullable().default(null), points: heldPoints }),
  apply: (_reader, { storeId, registerId, associateId, at, payload: { heldSaleId, ...held } }) => [
    heldSaleDocument.put({ ...held, id: heldSaleId, storeId, registerId, associateId, at, taken: [] }),
  ],
});

/** A register took up a held sale. Both stay where two registers did: each may have its goods on the counter (rule J5). */
export const heldSaleTaken = defineOperation({
  type: 'held_sale_taken',
  since: 3,
  permission: 'sale.change',
  isTrace: true,
  payload: z.strictObject({ heldSaleId: entityId, prefix }),
  reads: ({ payload }) => [heldSaleDocument.key(payload.heldSaleId)],
  apply: (reader, { storeId, registerId, associateId, at, payload }) => {
    const held = reader.get(heldSaleDocument, payload.heldSaleId);
    // What another store tells of it is not believed (rule A3).
    if (held === undefined || held.storeId !== storeId) return [];
    const taken = { registerId, prefix: payload.prefix, associateId, at };
    return [heldSaleDocument.put({ ...held, taken: [...held.taken, taken] })];
  },
});

export const HELD_SALE_OPERATIONS = [saleHeld, heldSaleTaken] as const;

import type { StoreReader } from '../base/define-document.ts';
import type { RequestedBy } from '../base/define-operation.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { heldSaleDocument } from './documents.ts';
import { heldSaleTaken } from './operations.ts';

/** Who takes up a held sale. `prefix` is that of the register's receipts. */
export interface TakeHeldSale {
  readonly heldSaleId: string;
  readonly prefix: string;
}

/** Decides that this register goes on with a held sale. Refuses one that nobody knows, or that is taken as far as is known. */
export function takeHeldSale(reader: StoreReader, wanted: TakeHeldSale): Result<RequestedBy<typeof heldSaleTaken>, Refusal> {
  const held = reader.get(heldSaleDocument, wanted.heldSaleId);
  if (held === undefined || held.taken.length > 0) return refuse('held_sale_gone');
  return accept(heldSaleTaken.request({ ...wanted }));
}

import type { StoreReader } from '../../domain/base/define-document.ts';
import { inParts } from '../../domain/exchanges/parts-of.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import { goodsReturned } from '../../domain/returns/operations.ts';
import { saleCompleted } from '../../domain/sale/operations.ts';
import { storedValueDocument } from '../../domain/stored-value/documents.ts';
import { movesOfReturn, movesOfSale } from '../../domain/stored-value/moves-of.ts';
import type { Known } from '../../domain/stored-value/pay-with-stored-value.ts';
import type { Replica } from '../replica/replica.ts';
import type { ServerClient } from '../sync/server-client.ts';

export interface StoredValueSources {
  readonly replica: Pick<Replica, 'hold'>;
  readonly view: { readonly reader: StoreReader; readonly pendingOperations: readonly Operation[] };
  readonly client: Pick<ServerClient, 'storedValueBalance'>;
  /** Whether the server can be asked, as far as is known. */
  readonly isOnline: () => boolean;
}

/** What operations after a `seq` put on a stored value, less what they took off, in minor units. */
function movedAfter(operations: readonly Operation[], seq: number, id: string): number {
  let sum = 0;
  for (const operation of operations.flatMap(inParts)) {
    if (operation.seq <= seq) continue;
    const moves = saleCompleted.is(operation)
      ? movesOfSale(operation.payload)
      : goodsReturned.is(operation)
        ? movesOfReturn(operation.payload)
        : [];
    for (const move of moves) if (move.id === id) sum += move.amountMinor;
  }
  return sum;
}

/** See `RegisterServices.findStoredValue`. */
export async function findStoredValue({ replica, view, client, isOnline }: StoredValueSources, id: string): Promise<Known> {
  if (isOnline()) {
    try {
      const { value, appliedSeq } = await client.storedValueBalance(id);
      const moved = movedAfter(view.pendingOperations, appliedSeq, id);
      if (value === null && moved === 0) return { from: 'server', value: null };
      if (value !== null) return { from: 'server', value: { ...value, balanceMinor: value.balanceMinor + moved } };
    } catch {
      // Whatever is wrong with the way to the server, the customer stands here: the copy has to do.
    }
  }
  await replica.hold(storedValueDocument, id);
  const taken = -movedAfter(view.pendingOperations, 0, id);
  return { from: 'copy', value: view.reader.get(storedValueDocument, id) ?? null, takenMinor: Math.max(0, taken) };
}

import { writeExceptions, writeResolutions } from '../exceptions/write-exceptions.ts';
import type { Tx } from '../db/database.ts';
import { askAfterCount } from '../sourcing/ask-after-count.ts';
import { resourceUnits } from '../sourcing/resource-units.ts';
import { movePromises } from '../stock/move-promises.ts';
import { postMovements } from '../stock/post-movements.ts';
import type { ChangeItem } from './allocate-changes.ts';
import type { Applied } from './apply-intake.ts';
import * as write from './write-intake.ts';

/** What follows from operations that have their effect. */
export type Effects = Omit<Applied, 'judged'>;

/** Writes everything that follows from the facts: stock, documents, promises that move, new fulfillment orders, and exceptions. */
export async function writeEffects(tx: Tx, applied: Effects, changeItems: ChangeItem[]): Promise<void> {
  const levels = await postMovements(tx, applied.movements, changeItems);
  const moved = await movePromises(tx, levels, applied.overlay);
  applied.overlay.fold(moved);
  const released = moved.flatMap((effect) => (effect.kind === 'stock' ? [{ ...effect, causeId: 'promise_moved' }] : []));
  await postMovements(tx, released, changeItems);
  await write.writeDocuments(tx, applied.overlay, changeItems);
  await write.writeReturns(tx, applied.returns);
  await writeExceptions(tx, applied.overlay, changeItems);
  await askAfterCount(tx, [...applied.overlay.exceptions.values()]);
  await writeResolutions(tx, applied.resolutions, changeItems);
  const unfulfilled = [...applied.unfulfilled, ...moved.flatMap((effect) => (effect.kind === 'unfulfilled' ? [effect.units] : []))];
  if (unfulfilled.length > 0) await resourceUnits(tx, unfulfilled, changeItems);
}

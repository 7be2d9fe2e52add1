import { sql } from 'kysely';
import type { DocumentDefinition } from '../../domain/base/define-document.ts';
import type { ParcelLabel } from '../../domain/labels/parcel-label.ts';
import { allocateChanges, type ChangeItem } from '../changes/allocate-changes.ts';
import type { Tx } from '../db/database.ts';

/** What all labels say of how it stands with their carrier. */
export type AnyLabel = Pick<ParcelLabel, 'parcelId' | 'state' | 'since' | 'reason' | 'trackingNumber' | 'picture' | 'cost'>;

/** A kind of label: of a parcel that goes out, or of one that comes back. */
export type LabelDocument<L extends AnyLabel> = DocumentDefinition<ChangeItem['kind'], L>;

/** Locks the label of a parcel. @returns null where there is none. */
export async function lockLabel<L extends AnyLabel>(tx: Tx, document: LabelDocument<L>, parcelId: string): Promise<L | null> {
  const { rows } = await sql<{ body: L }>`
    select body from documents where kind = ${document.kind} and id = ${parcelId} for update`.execute(tx);
  return rows[0] === undefined ? null : document.completed(rows[0].body);
}

/** Writes a label anew, for the registers of its store. @returns how much others must hear of. */
export async function writeLabel<L extends AnyLabel>(tx: Tx, document: LabelDocument<L>, label: L): Promise<number> {
  const { kind } = document;
  await sql`
    update documents set body = ${JSON.stringify(document.compact(label))}::jsonb
    where kind = ${kind} and id = ${label.parcelId}`.execute(tx);
  await allocateChanges(tx, [{ scope: document.scopeOf(label), kind, id: label.parcelId }]);
  return 1;
}

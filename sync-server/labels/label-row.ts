import { sql } from 'kysely';
import { parcelLabelDocument } from '../../domain/labels/documents.ts';
import type { ParcelLabel } from '../../domain/labels/parcel-label.ts';
import { allocateChanges } from '../changes/allocate-changes.ts';
import type { Tx } from '../db/database.ts';

/** Locks the label of a parcel. @returns null where there is none. */
export async function lockLabel(tx: Tx, parcelId: string): Promise<ParcelLabel | null> {
  const { rows } = await sql<{ body: ParcelLabel }>`
    select body from documents where kind = ${parcelLabelDocument.kind} and id = ${parcelId} for update`.execute(tx);
  return rows[0] === undefined ? null : parcelLabelDocument.completed(rows[0].body);
}

/** Writes a label anew, for the registers of its store. @returns how much others must hear of. */
export async function writeLabel(tx: Tx, label: ParcelLabel): Promise<number> {
  const { kind } = parcelLabelDocument;
  await sql`
    update documents set body = ${JSON.stringify(parcelLabelDocument.compact(label))}::jsonb
    where kind = ${kind} and id = ${label.parcelId}`.execute(tx);
  await allocateChanges(tx, [{ scope: parcelLabelDocument.scopeOf(label), kind, id: label.parcelId }]);
  return 1;
}

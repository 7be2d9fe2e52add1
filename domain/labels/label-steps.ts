import type { DocumentDefinition, StoreReader } from '../base/define-document.ts';
import type { Envelope } from '../base/envelope.ts';
import type { ParcelLabel } from './parcel-label.ts';

/** A label of either kind. */
type Label = Pick<ParcelLabel, 'storeId' | 'state' | 'since' | 'reason'>;

/** A label as it is when somebody wants it: the carrier was not asked yet. */
export function newLabel({ storeId, registerId, at }: Pick<Envelope, 'storeId' | 'registerId' | 'at'>) {
  const nothingYet = { reason: null, trackingNumber: null, cost: null, picture: null };
  return { storeId, registerId, wantedAt: at, state: 'wanted' as const, since: at, ...nothingYet };
}

/** The label of a parcel; null where there is none. What another store says of a label is not believed (rule A3). */
export function ownLabel<L extends Label>(
  reader: StoreReader,
  document: DocumentDefinition<string, L>,
  storeId: string,
  parcelId: string,
): L | null {
  const label = reader.get(document, parcelId);
  return label === undefined || label.storeId !== storeId ? null : label;
}

/** Whether the carrier may be asked for it: it refused, or nobody knows whether it is made, or it was not asked yet. */
export function mayBeAsked({ state }: Pick<Label, 'state'>): boolean {
  return state === 'refused' || state === 'unknown' || state === 'wanted';
}

/** A label that was refused is wanted anew. One of which nobody knows stays so: the carrier is asked whether it has it (rule E2). */
export function askedAgain<L extends Label>(label: L, at: string): L {
  return { ...label, state: label.state === 'refused' ? 'wanted' : label.state, since: at, reason: null };
}

import { useMemo } from 'react';
import { parcelLabelDocument } from '../../../domain/labels/documents.ts';
import type { ParcelLabel } from '../../../domain/labels/parcel-label.ts';
import { useDocuments } from '../../kit/register-context.tsx';

/** The labels of parcels by fulfillment order, in the order of the parcels. */
export function labelsByOrder(labels: Iterable<ParcelLabel>): ReadonlyMap<string, readonly ParcelLabel[]> {
  const found = new Map<string, ParcelLabel[]>();
  for (const label of labels) {
    const those = found.get(label.fulfillmentOrderId) ?? [];
    those.push(label);
    found.set(label.fulfillmentOrderId, those);
  }
  for (const those of found.values()) those.sort((a, b) => a.no - b.no || (a.wantedAt < b.wantedAt ? -1 : 1));
  return found;
}

/** The numbers of those of them that can be put on a box. */
export function numbersOf(labels: readonly ParcelLabel[]): string[] {
  return labels.flatMap(({ state, trackingNumber }) => (state === 'have' && trackingNumber !== null ? [trackingNumber] : []));
}

/** The labels of the store's parcels by fulfillment order. */
export function useLabels(): ReadonlyMap<string, readonly ParcelLabel[]> {
  const labels = useDocuments(parcelLabelDocument);
  return useMemo(() => labelsByOrder(labels.values()), [labels]);
}

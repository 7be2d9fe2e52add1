import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { shipOrder } from '../../../domain/fulfillment/ship-order.ts';
import { parcelLabelDocument } from '../../../domain/labels/documents.ts';
import { carrierOfLabel, handOverParcels, isAllTaken, refuseParcel } from '../../../domain/labels/hand-over-parcels.ts';
import { parcelsHandedOver } from '../../../domain/labels/operations.ts';
import type { ParcelLabel } from '../../../domain/labels/parcel-label.ts';
import { useDocuments, useReader } from '../../kit/register-context.tsx';
import type { Decide } from '../../kit/register-services.ts';
import { refusalSentence } from '../../kit/sentences.ts';
import { useRecordDraft } from '../../kit/use-record-draft.ts';
import { words } from '../../../texts/words/words.ts';
import { carriersOf, findParcel, waitingParcels } from './handover-parcels.ts';
import { useLabels } from './use-labels.ts';
import type { Steps } from './use-steps.ts';

/** Ids of scanned parcels by carrier. */
const drafts = z.record(z.string(), z.array(z.string()));
/** The key of a carrier that the numbers do not tell. */
const keyOf = (carrier: string | null): string => carrier ?? '';

export interface Handover {
  /** Those of whose parcels some wait; null stands for one that the numbers do not tell. */
  readonly carriers: readonly (string | null)[];
  /** Whose driver is here; undefined while nobody said so. */
  readonly carrier: string | null | undefined;
  choose(carrier: string | null): void;
  readonly taken: readonly ParcelLabel[];
  readonly missing: readonly ParcelLabel[];
  /** Takes the scan of a parcel. @returns why it was refused, or null. */
  scan(code: string): string | null;
  /** The driver does not take a parcel after all. */
  leave(label: ParcelLabel): void;
  /** Records that the driver is gone. @returns the id of the hand-over; null where it was refused. */
  close(): Promise<string | null>;
}

/** What is said of one parcel. */
export function parcelNames({ orderNumber: number, no, of }: ParcelLabel) {
  return { number, no, of };
}

/** The hand-over of parcels to a driver: what was scanned is found again after another screen or a restart. */
export function useHandover(orders: readonly FulfillmentOrder[], steps: Steps): Handover {
  const labels = useDocuments(parcelLabelDocument);
  const byOrder = useLabels();
  const reader = useReader();
  const { shown, now, write } = useRecordDraft('carrier-handover', drafts);
  const [chosen, choose] = useState<string | null | undefined>(undefined);
  const waiting = waitingParcels(reader, labels.values());
  const carriers = carriersOf(waiting);
  const begun = carriers.find((one) => (shown[keyOf(one)] ?? []).length > 0);
  const carrier = chosen ?? begun ?? (carriers.length === 1 ? carriers[0] : chosen);
  const mine = waiting.filter((label) => carrier !== undefined && carrierOfLabel(label) === carrier);
  const isIn = (draft: typeof shown, label: ParcelLabel) => (draft[keyOf(carrierOfLabel(label))] ?? []).includes(label.parcelId);

  function scan(code: string): string | null {
    const label = findParcel(code, labels.values(), waiting);
    if (label !== undefined && isIn(now.current, label)) return words('parcels.twice', { code, ...parcelNames(label) });
    const refusal = refuseParcel(reader, label, carrier);
    if (refusal !== null || label === undefined) {
      return words('parcels.refused', { code, sentence: refusalSentence(refusal ?? 'parcel_unknown') });
    }
    const key = keyOf(carrierOfLabel(label));
    choose(carrierOfLabel(label));
    write({ ...now.current, [key]: [...(now.current[key] ?? []), label.parcelId] });
    steps.say('good', words('parcels.taken', parcelNames(label)));
    return null;
  }

  function leave(label: ParcelLabel): void {
    const key = keyOf(carrierOfLabel(label));
    write({ ...now.current, [key]: (now.current[key] ?? []).filter((id) => id !== label.parcelId) });
    steps.clearMessage();
  }

  const taken = mine.filter((label) => isIn(shown, label));

  async function close(): Promise<string | null> {
    const ids = new Set(taken.map((label) => label.parcelId));
    const handOver: Decide = (context) => handOverParcels(context.reader, uuidv7(), carrier ?? null, [...ids]);
    const ships = orders.flatMap((order): Decide[] => {
      const own = (byOrder.get(order.id) ?? []).filter((label) => label.state === 'have');
      const number = own[0]?.trackingNumber ?? null;
      if (number === null || !isAllTaken(own, ids)) return [];
      const parcelIds = own.map((label) => label.parcelId);
      return [(context) => shipOrder(context.reader.get(fulfillmentOrderDocument, order.id) ?? order, number, true, parcelIds)];
    });
    const [first] = await steps.take([handOver, ...ships], words('parcels.closed', { count: ids.size }));
    if (!parcelsHandedOver.is(first)) return null;
    const { [keyOf(carrier ?? null)]: _, ...others } = now.current;
    write(others);
    return first.payload.handoverId;
  }

  return { carriers, carrier, choose, taken, missing: mine.filter((label) => !isIn(shown, label)), scan, leave, close };
}

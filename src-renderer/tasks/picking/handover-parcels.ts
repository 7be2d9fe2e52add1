import { dateInZone, timeInZone } from '../../../domain/base/zoned-date.ts';
import type { StoreReader } from '../../../domain/base/define-document.ts';
import { carrierOfLabel, refuseParcel } from '../../../domain/labels/hand-over-parcels.ts';
import type { ParcelLabel } from '../../../domain/labels/parcel-label.ts';
import { words } from '../../../texts/words/words.ts';
import { plainNumber } from './tracking-number.ts';

const DAY_MS = 86_400_000;

/** The parcels that wait for a driver, by order and number. */
export function waitingParcels(reader: StoreReader, labels: Iterable<ParcelLabel>): ParcelLabel[] {
  return [...labels]
    .filter((label) => refuseParcel(reader, label) === null)
    .sort((a, b) => (a.orderNumber === b.orderNumber ? a.no - b.no : a.orderNumber < b.orderNumber ? -1 : 1));
}

/**
 * The parcel that a scan means: by the number on its label, by its own id, or by its order where only one parcel of it waits.
 * @param waiting those of `labels` that wait for a driver.
 */
export function findParcel(code: string, labels: Iterable<ParcelLabel>, waiting: readonly ParcelLabel[]): ParcelLabel | undefined {
  const wanted = plainNumber(code);
  const isMeant = ({ trackingNumber, parcelId }: ParcelLabel) =>
    (trackingNumber !== null && plainNumber(trackingNumber) === wanted) || plainNumber(parcelId) === wanted;
  const ofOrder = waiting.filter((label) => plainNumber(label.orderNumber) === wanted);
  return waiting.find(isMeant) ?? [...labels].find(isMeant) ?? (ofOrder.length === 1 ? ofOrder[0] : undefined);
}

/** The carriers of parcels, each once; null stands for those of which the numbers do not tell. */
export function carriersOf(parcels: readonly ParcelLabel[]): (string | null)[] {
  return [...new Set(parcels.map(carrierOfLabel))];
}

/** How a carrier is called. */
export function carrierName(carrier: string | null): string {
  switch (carrier) {
    case 'ups':
    case 'fedex':
    case 'usps':
    case 'dhl_express':
    case 'post':
      return words(`carrier.${carrier}`);
    default:
      return carrier ?? words('parcels.otherCarrier');
  }
}

/**
 * Parcels whose label was there before the carrier's last pick-up, and which are still here.
 * @param pickupAt HH:MM by the clock of the store; empty where the carrier has no fixed time. @param now epoch milliseconds.
 */
export function leftBehind(waiting: readonly ParcelLabel[], pickupAt: string, now: number, timezone: string): ParcelLabel[] {
  if (pickupAt === '') return [];
  const wasToday = timeInZone(now, timezone) >= pickupAt;
  const lastPickup = `${dateInZone(wasToday ? now : now - DAY_MS, timezone)} ${pickupAt}`;
  return waiting.filter(({ since }) => {
    const made = Date.parse(since);
    return `${dateInZone(made, timezone)} ${timeInZone(made, timezone)}` < lastPickup;
  });
}

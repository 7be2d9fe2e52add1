import type { ParcelLabel } from '../../domain/labels/parcel-label.ts';
import { labelService } from '../../domain/labels/settings.ts';
import type { Db } from '../db/database.ts';
import { JobFailed } from '../jobs/error-code.ts';
import { CarrierFailed, type Shipment } from '../outbound/carrier.ts';
import { readSetting } from '../settings/read-setting.ts';

/** By what a carrier finds the label of a parcel: its id without hyphens, because references are short. */
export function referenceOf(parcelId: string): string {
  return parcelId.replaceAll('-', '');
}

/** What a carrier needs to know of a parcel. @throws JobFailed or CarrierFailed where it cannot be sent. */
export async function readShipment(db: Db, label: ParcelLabel): Promise<Shipment> {
  const service = await readSetting(db, labelService, { storeId: label.storeId });
  if (service === null) throw new CarrierFailed('carrier_not_set_up');
  const row = await db.selectFrom('fulfillment_orders').select('body').where('id', '=', label.fulfillmentOrderId).executeTakeFirst();
  const { shipTo = null, customer } = row?.body ?? {};
  if (shipTo === null || customer === undefined) throw new JobFailed('label_order_unknown');
  return {
    reference: referenceOf(label.parcelId),
    service: label.service ?? service.service,
    from: service.sender,
    to: { name: customer.name, ...shipTo },
    weightGrams: label.weightGrams,
    size: label.size,
  };
}

import { labelVoidWanted, labelWanted, parcelLabelDocument } from '../../domain/labels/documents.ts';
import type { ParcelLabel } from '../../domain/labels/parcel-label.ts';
import { labelService } from '../../domain/labels/settings.ts';
import type { Db } from '../db/database.ts';
import { JobFailed } from '../jobs/error-code.ts';
import { CarrierFailed, type Shipment } from '../outbound/carrier.ts';
import { readSetting } from '../settings/read-setting.ts';
import { labelJobs } from './label-jobs.ts';
import { referenceOf } from './reference-of.ts';

async function shipmentOf(db: Db, label: ParcelLabel): Promise<Shipment> {
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
    comesBack: null,
    weightGrams: label.weightGrams,
    size: label.size,
  };
}

/** The labels of parcels that a store sends. */
export const { buy: buyLabelJob, giveBack: voidLabelJob } = labelJobs({
  document: parcelLabelDocument,
  buy: { kind: 'buy_label', on: labelWanted },
  giveBack: { kind: 'void_label', on: labelVoidWanted },
  shipmentOf,
});

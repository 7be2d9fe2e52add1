import { sql } from 'kysely';
import type { Returnable } from '../../domain/orders/order-intake.ts';
import { returnLabelAskedFor, returnLabelDocument, returnLabelVoidWanted } from '../../domain/return-labels/documents.ts';
import type { ReturnLabel } from '../../domain/return-labels/return-label.ts';
import { whyNoLabel } from '../../domain/return-labels/want-return-label.ts';
import { returnableOfOrder, returnableOfSale } from '../../domain/returns/return-goods.ts';
import { labelService } from '../../domain/labels/settings.ts';
import type { Db } from '../db/database.ts';
import { JobFailed } from '../jobs/error-code.ts';
import { mailReturnLabel } from '../mail/mail-return-label.ts';
import { readReturnable } from '../orders/read-returnable.ts';
import { readSender } from '../orders/read-sender.ts';
import { CarrierFailed, type Shipment } from '../outbound/carrier.ts';
import { readSetting } from '../settings/read-setting.ts';
import { labelJobs } from './label-jobs.ts';
import { referenceOf } from './reference-of.ts';

/** What the carrier prints of the contents. */
const MOST_CONTENTS = 35;

/** No label is made for a parcel, and another attempt would end the same. */
class NoReturn extends JobFailed {
  readonly isFinal = true;
}

const boughtOf = (found: Returnable) =>
  found.kind === 'sale' ? returnableOfSale(found.sale, found.orders) : returnableOfOrder(found.fulfillmentOrders);

/** Labels of the same receipt or order that were wanted before this one: each is judged by those alone, so that of two one is made. */
async function readEarlier(db: Db, { origin, wantedAt, parcelId }: ReturnLabel): Promise<ReturnLabel[]> {
  const { rows } = await sql<{ body: ReturnLabel }>`
    select body from documents where kind = ${returnLabelDocument.kind} and body -> 'origin' ->> 'number' = ${origin.number}
      and id <> ${parcelId} and (body ->> 'wantedAt', id) < (${wantedAt}, ${parcelId})`.execute(db);
  return rows.map(({ body }) => returnLabelDocument.completed(body)).filter((label) => label.origin.kind === origin.kind);
}

/** A parcel from the customer to the store that gave the label. What was bought is looked up anew: a register may know less of it. */
async function shipmentOf(db: Db, label: ReturnLabel): Promise<Shipment> {
  const { parcelId, storeId, origin, lines, weightGrams } = label;
  const service = await readSetting(db, labelService, { storeId });
  if (service === null) throw new CarrierFailed('carrier_not_set_up');
  const found = await readReturnable(db, origin.number);
  if (found?.kind !== origin.kind) throw new NoReturn('return_unknown');
  const why = whyNoLabel(lines, boughtOf(found), await readEarlier(db, label));
  if (why !== null) throw new NoReturn(why);
  const from = await readSender(db, origin);
  if (from?.address == null) throw new NoReturn('return_without_address');
  return {
    reference: referenceOf(parcelId),
    service: service.service,
    from: { name: from.name, ...from.address },
    to: service.sender,
    comesBack: {
      contents: lines
        .map(({ name }) => name)
        .join(', ')
        .slice(0, MOST_CONTENTS),
    },
    weightGrams,
    size: null,
  };
}

/** The labels with which customers send goods back. */
export const { buy: buyReturnLabelJob, giveBack: voidReturnLabelJob } = labelJobs({
  document: returnLabelDocument,
  buy: { kind: 'buy_return_label', on: returnLabelAskedFor },
  giveBack: { kind: 'void_return_label', on: returnLabelVoidWanted },
  shipmentOf,
  came: mailReturnLabel,
});

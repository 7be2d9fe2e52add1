import { sql } from 'kysely';
import { z } from 'zod';
import { storeScope } from '../../domain/base/scope.ts';
import { fulfillmentOrderDocument } from '../../domain/fulfillment/documents.ts';
import { keptUntil } from '../../domain/fulfillment/expire-order.ts';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { pickupKeepDays } from '../../domain/fulfillment/settings.ts';
import { mailSender } from '../../domain/mail/settings.ts';
import { receiptLanguages } from '../../domain/sale/settings.ts';
import { settingOf } from '../../domain/settings/setting-of.ts';
import { mailOfPaper } from '../../texts/mail/mail-of-paper.ts';
import { PICKUP_NEWS, type PickupNews, pickupPaper, pickupWords } from '../../texts/mail/pickup-paper.ts';
import { inLanguage } from '../../texts/words/chosen-language.ts';
import type { Db } from '../db/database.ts';
import { JobFailed } from '../jobs/error-code.ts';
import { readSigningKey, signPickupCode } from '../pickup/pickup-keys.ts';
import { readSettings } from '../settings/read-setting.ts';
import { drawPicture } from './draw-picture.ts';
import type { ComposedMail, MailKind } from './mail-kind.ts';
import { readMailLanguage } from './read-mail-language.ts';
import { noteMailAgain } from './note-mail-again.ts';

export const aboutPickup = z.object({
  fulfillmentOrderId: z.string(),
  news: z.enum(PICKUP_NEWS),
  /** Which one it is of those that the store had sent again; left out for the others. */
  again: z.number().optional(),
});

/** In which state an order is of which this is still news. */
const STATUS_OF = { ready: 'ready', reminder: 'ready', expired: 'expired' } as const satisfies Record<PickupNews, string>;

async function readOrder(db: Db, id: string): Promise<FulfillmentOrder | undefined> {
  const row = await db.selectFrom('fulfillment_orders').select('body').where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : fulfillmentOrderDocument.completed(row.body);
}

async function qrOf(db: Db, { pickupCodeId, orderNumber }: FulfillmentOrder): Promise<string | null> {
  const key = await readSigningKey(db);
  return key === undefined || pickupCodeId === undefined ? null : signPickupCode(key, pickupCodeId, orderNumber);
}

/** Writes it from what the pool knows now; nothing where it is no news any more: the goods were fetched meanwhile, say. */
async function compose(db: Db, about: unknown): Promise<ComposedMail | null> {
  const { fulfillmentOrderId, news } = aboutPickup.parse(about);
  const order = await readOrder(db, fulfillmentOrderId);
  if (order?.state.status !== STATUS_OF[news]) return null;
  const { locationId: storeId } = order;
  const reader = await readSettings(db, [storeId]);
  const from = settingOf(reader, mailSender, { storeId });
  if (from === null) throw new JobFailed('mail_not_set_up');
  const { rows } = await sql<{ name: string; address: string; timezone: string }>`
    select name, timezone,
      concat_ws(', ', nullif(address, ''), nullif(concat_ws(' ', nullif(postal_code, ''), nullif(city, '')), '')) as address
    from locations where id = ${storeId}`.execute(db);
  const store = rows[0] ?? { name: storeId, address: '', timezone: 'UTC' };
  const language = await readMailLanguage(db, { id: order.orderId }, settingOf(reader, receiptLanguages, { storeId }));
  const until = keptUntil(order, settingOf(reader, pickupKeepDays, { storeId }));
  const facts = { news, order, store, until, qr: news === 'expired' ? null : await qrOf(db, order) };
  return inLanguage(language, () => {
    const around = pickupWords(facts);
    const { text, html, pictures } = mailOfPaper(pickupPaper(facts), language, around);
    return { from, subject: around.subject, text, html, pictures: pictures.map(drawPicture), language };
  });
}

/** Tells a customer how it stands with a pickup: ready, still waiting, or ended because nobody fetched it. */
export const pickupMail: MailKind = {
  compose,
  async tell(tx, about, became, changeItems) {
    const { fulfillmentOrderId, news, again } = aboutPickup.parse(about);
    if (again !== undefined) await noteMailAgain(tx, fulfillmentOrderId, again, became, changeItems);
    if (news === 'expired' || became.state !== 'sent') return;
    const { rows } = await sql<{ location_id: string }>`
      update fulfillment_orders set body = body || ${JSON.stringify({ toldAt: new Date().toISOString() })}::jsonb
      where id = ${fulfillmentOrderId} and status = 'ready' returning location_id`.execute(tx);
    for (const { location_id: storeId } of rows) {
      changeItems.push({ scope: storeScope(storeId), kind: fulfillmentOrderDocument.kind, id: fulfillmentOrderId });
    }
  },
};

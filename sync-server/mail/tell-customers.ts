import { sql } from 'kysely';
import { z } from 'zod';
import { orderReady, pickupExpired, pickupMailWanted } from '../../domain/fulfillment/documents.ts';
import { pickupMails, pickupReminder } from '../../domain/fulfillment/settings.ts';
import { isMailAddress } from '../../domain/mail/mail-address.ts';
import { mailSender } from '../../domain/mail/settings.ts';
import { settingOf } from '../../domain/settings/setting-of.ts';
import type { PickupNews } from '../../texts/mail/pickup-paper.ts';
import { allocateChanges, type ChangeItem } from '../changes/allocate-changes.ts';
import type { Tx } from '../db/database.ts';
import { defineJob } from '../jobs/define-job.ts';
import { noteWaiting } from '../pickup/note-waiting.ts';
import { readSettings } from '../settings/read-setting.ts';
import { noteMailAgain } from './note-mail-again.ts';
import { takeAddresses, waitForAddress } from './send-mail.ts';

const ids = z.object({ fulfillmentOrderId: z.string(), locationId: z.string() });

/** So often a customer is reminded of one order. */
const MOST_REMINDERS = 3;

/** How many customers one transaction reminds. */
const BATCH = 100;

/** Those of these stores whose customers are told by mail. */
async function storesThatTell(tx: Tx, storeIds: readonly string[]): Promise<{ storeId: string; hours: number }[]> {
  const reader = await readSettings(tx, storeIds);
  return storeIds
    .filter((storeId) => settingOf(reader, mailSender, { storeId }) !== null && settingOf(reader, pickupMails, { storeId }) === 'sent')
    .map((storeId) => ({ storeId, hours: settingOf(reader, pickupReminder, { storeId }) }));
}

/**
 * Has a mail sent to whoever ordered, where they gave an address.
 * @param mailId the same for the same news: it is sent once. @param again which one it is of those that the store had sent again.
 */
async function mailTo(tx: Tx, mailId: string, fulfillmentOrderId: string, news: PickupNews, again?: number): Promise<void> {
  const row = await tx.selectFrom('fulfillment_orders').select('body').where('id', '=', fulfillmentOrderId).executeTakeFirst();
  const address = row?.body.customer.email?.trim() ?? '';
  if (!isMailAddress(address)) return;
  await takeAddresses(tx, [{ mailId, address }]);
  await waitForAddress(tx, mailId, 'pickup', { fulfillmentOrderId, news, ...(again !== undefined && { again }) });
}

/** A pickup is ready: it waits from now on, by the server's clock, and its customer is told. */
export const tellReadyJob = defineJob({
  kind: 'tell_pickup_ready',
  schema: ids,
  on: [orderReady],
  async run(tx, { fulfillmentOrderId, locationId }) {
    await noteWaiting(tx, fulfillmentOrderId);
    const [store] = await storesThatTell(tx, [locationId]);
    if (store !== undefined) await mailTo(tx, `${fulfillmentOrderId}-ready`, fulfillmentOrderId, 'ready');
    return { changed: 0 };
  },
});

/** Somebody in the store has the mail of a ready pickup sent again. */
export const tellAgainJob = defineJob({
  kind: 'tell_pickup_again',
  schema: ids.extend({ time: z.coerce.number().int() }),
  on: [pickupMailWanted],
  async run(tx, { fulfillmentOrderId, locationId, time }) {
    const [store] = await storesThatTell(tx, [locationId]);
    if (store !== undefined) {
      await mailTo(tx, `${fulfillmentOrderId}-again-${time}`, fulfillmentOrderId, 'ready', time);
      return { changed: 0 };
    }
    const changeItems: ChangeItem[] = [];
    await noteMailAgain(tx, fulfillmentOrderId, time, { state: 'failed', reason: 'mail_not_set_up' }, changeItems);
    await allocateChanges(tx, changeItems);
    return { changed: changeItems.length };
  },
});

/** Nobody fetched it, and its customer is told that the money comes back. */
export const tellExpiredJob = defineJob({
  kind: 'tell_pickup_expired',
  schema: ids,
  on: [pickupExpired],
  async run(tx, { fulfillmentOrderId, locationId }) {
    const [store] = await storesThatTell(tx, [locationId]);
    if (store !== undefined) await mailTo(tx, `${fulfillmentOrderId}-expired`, fulfillmentOrderId, 'expired');
    return { changed: 0 };
  },
});

/** Reminds the customers whose pickups have waited for long enough since they were told last. @returns how many. */
export async function remindCustomers(tx: Tx): Promise<number> {
  const waiting = await tx.selectFrom('pickup_waits').select('location_id').distinct().orderBy('location_id').execute();
  const stores = (
    await storesThatTell(
      tx,
      waiting.map((row) => row.location_id),
    )
  ).filter(({ hours }) => hours > 0);
  if (stores.length === 0) return 0;
  const { rows } = await sql<{ id: string; reminders: number }>`
    update pickup_waits w set reminders = w.reminders + 1 where w.fulfillment_order_id in (
      select d.fulfillment_order_id from pickup_waits d
        join fulfillment_orders f on f.id = d.fulfillment_order_id and f.status = 'ready'
        join jsonb_to_recordset(${JSON.stringify(stores)}::jsonb) as s("storeId" text, hours int) on s."storeId" = d.location_id
      where d.reminders < ${MOST_REMINDERS} and d.since + make_interval(hours => s.hours * (d.reminders + 1)) < now()
      order by d.fulfillment_order_id limit ${BATCH} for update of d skip locked)
    returning w.fulfillment_order_id as id, w.reminders`.execute(tx);
  for (const { id, reminders } of rows) await mailTo(tx, `${id}-reminder-${reminders}`, id, 'reminder');
  return rows.length;
}

/** Every five minutes. */
export const remindCustomersJob = defineJob({
  kind: 'remind_customers',
  schema: z.strictObject({}),
  recurs: { everyMs: 300_000, payload: {} },
  async run(tx) {
    const reminded = await remindCustomers(tx);
    return reminded < BATCH ? { changed: 0 } : { changed: 0, next: { inMs: 1_000, payload: {} } };
  },
});

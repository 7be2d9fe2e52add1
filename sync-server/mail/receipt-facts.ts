import { sql } from 'kysely';
import type { DocumentDefinition } from '../../domain/base/define-document.ts';
import { cardPaymentDocument, cardRefundDocument } from '../../domain/payments/documents.ts';
import { voucherKinds } from '../../domain/payments/settings.ts';
import { receiptAssociate, receiptLogo, receiptSeller, receiptText, receiptTillSerial } from '../../domain/sale/settings.ts';
import { settingOf, type SettingPlace } from '../../domain/settings/setting-of.ts';
import type { ReceiptFacts } from '../../texts/paper/receipt-facts.ts';
import type { Db } from '../db/database.ts';
import { readSettings } from '../settings/read-setting.ts';

/** Documents of a kind by id, as far as they are there. */
async function readById<B>(db: Db, definition: DocumentDefinition<string, B>, ids: readonly string[]): Promise<Map<string, B>> {
  const { rows } = await sql<{ id: string; body: B }>`
    select id, body from documents where kind = ${definition.kind} and id = any(${ids}::text[])`.execute(db);
  return new Map(rows.map(({ id, body }) => [id, definition.completed(body)]));
}

/** Where and by whom a receipt was recorded, the ids of the card payments that its tenders name, and those of its promotions. */
export interface RecordedAt {
  readonly storeId: string;
  readonly registerId: string;
  readonly associateId: string | null;
  readonly references: readonly string[];
  readonly promotionIds: readonly string[];
}

/** What stands on a receipt besides what it records, as the settings of its store say it now: the same as at the till. */
export async function readReceiptFacts(db: Db, recorded: RecordedAt): Promise<ReceiptFacts> {
  const { storeId, registerId, associateId, references, promotionIds } = recorded;
  const place: SettingPlace = { storeId, registerId };
  const reader = await readSettings(db, [storeId, registerId]);
  const { rows } = await sql<{ name: string; address: string; timezone: string }>`
    select name, timezone,
      concat_ws(', ', nullif(address, ''), nullif(concat_ws(' ', nullif(postal_code, ''), nullif(city, '')), '')) as address
    from locations where id = ${storeId}`.execute(db);
  const { name = storeId, address = '', timezone = 'UTC' } = rows[0] ?? {};
  const associate = await db
    .selectFrom('associates')
    .select('name')
    .where('id', '=', associateId ?? '')
    .executeTakeFirst();
  const promotions = await sql<{ id: string; name: string }>`
    select id, body ->> 'name' as name from promotions where id = any(${promotionIds}::text[])`.execute(db);
  const promotionNames = new Map(promotions.rows.map(({ id, name }) => [id, name]));
  const refunds = await readById(db, cardRefundDocument, references);
  const paymentIds = [...references, ...[...refunds.values()].map(({ paymentId }) => paymentId)];
  return {
    store: {
      name,
      address,
      logo: settingOf(reader, receiptLogo, place),
      ...settingOf(reader, receiptSeller, place),
      ...settingOf(reader, receiptText, place),
    },
    timezone,
    associateBy: settingOf(reader, receiptAssociate, place),
    nameOf: (id) => (id === associateId ? associate?.name : undefined),
    promotionNameOf: (id) => promotionNames.get(id),
    hasTillSerial: settingOf(reader, receiptTillSerial, place) === 'shown',
    payments: await readById(db, cardPaymentDocument, paymentIds),
    refunds,
    vouchers: settingOf(reader, voucherKinds, place),
  };
}

import type { Db } from '../db/database.ts';
import { JournalWriter } from '../journal/journal-writer.ts';
import { addRegister } from '../registers/enrol-register.ts';
import { transact } from '../db/transact.ts';

const KEY = 'import-registers';

/** The registers that imported history is recorded by, by location. They are added once, without a device, and go on later. */
export async function openImportRegisters(db: Db, locationIds: readonly string[]): Promise<Map<string, JournalWriter>> {
  const kept = await db.selectFrom('settings').select('value').where('key', '=', KEY).executeTakeFirst();
  const idOf = { ...(kept?.value as Record<string, string> | undefined) };
  for (const locationId of locationIds) {
    if (idOf[locationId] !== undefined) continue;
    const { registerId } = await transact(db, (tx) => addRegister(tx, locationId));
    idOf[locationId] = registerId;
  }
  const value = JSON.stringify(idOf);
  await db
    .insertInto('settings')
    .values({ key: KEY, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
  const company = await db.selectFrom('company').select('currency').executeTakeFirst();
  const wanted = locationIds.flatMap((locationId) => idOf[locationId] ?? []);
  if (wanted.length === 0) return new Map();
  const rows = await db
    .selectFrom('registers')
    .innerJoin('locations', 'locations.id', 'registers.store_id')
    .select(['registers.id', 'store_id', 'prefix', 'applied_seq', 'last_hash', 'receipt_count', 'timezone'])
    .where('registers.id', 'in', wanted)
    .execute();
  return new Map(
    rows.map((row) => [
      row.store_id,
      new JournalWriter({
        registerId: row.id,
        storeId: row.store_id,
        prefix: row.prefix,
        currency: company?.currency ?? 'USD',
        timezone: row.timezone,
        resume: { seq: row.applied_seq, hash: row.last_hash, receiptCount: row.receipt_count },
      }),
    ]),
  );
}

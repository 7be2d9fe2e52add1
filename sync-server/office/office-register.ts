import type { Tx } from '../db/database.ts';
import { addRegister } from '../registers/enrol-register.ts';

/** Where the head office's journal of a store goes on. */
export interface OfficeRegister {
  readonly registerId: string;
  /** Of its receipt numbers. */
  readonly prefix: string;
  readonly seq: number;
  /** Of its last operation. */
  readonly hash: string;
  readonly receiptCount: number;
  /** IANA name: the business date is the store's. */
  readonly timezone: string;
}

async function findOrAdd(tx: Tx, storeId: string): Promise<string> {
  const find = () => tx.selectFrom('office_registers').select('register_id').where('store_id', '=', storeId).executeTakeFirst();
  const known = await find();
  if (known !== undefined) return known.register_id;
  // Two offices may be the first at once: the second waits here, and finds what the first has made.
  await tx.selectFrom('locations').select('id').where('id', '=', storeId).forNoKeyUpdate().executeTakeFirstOrThrow();
  const made = await find();
  if (made !== undefined) return made.register_id;
  const { registerId } = await addRegister(tx, storeId);
  await tx.insertInto('office_registers').values({ store_id: storeId, register_id: registerId }).execute();
  return registerId;
}

/**
 * The register by which the head office records what it decides for a store: one for each store, with a journal that
 * is gapless and chained like any other (rule J2). Nobody has its token. Locked until the transaction ends.
 */
export async function lockOfficeRegister(tx: Tx, storeId: string): Promise<OfficeRegister> {
  const registerId = await findOrAdd(tx, storeId);
  const row = await tx
    .selectFrom('registers')
    .innerJoin('locations', 'locations.id', 'registers.store_id')
    .select(['prefix', 'applied_seq', 'last_hash', 'receipt_count', 'timezone'])
    .where('registers.id', '=', registerId)
    .forNoKeyUpdate('registers')
    .executeTakeFirstOrThrow();
  return {
    registerId,
    prefix: row.prefix,
    seq: row.applied_seq,
    hash: row.last_hash,
    receiptCount: row.receipt_count,
    timezone: row.timezone,
  };
}

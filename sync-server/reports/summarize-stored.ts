import { sql } from 'kysely';
import type { WrittenOperation } from '../../domain/base/envelope.ts';
import { timeInZone } from '../../domain/base/zoned-date.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import { upgradeOperation } from '../../domain/registry/upgrade-operation.ts';
import { type SummarizedShift, summarizeShift } from '../../domain/reports/shift-summary.ts';
import { saleCompleted } from '../../domain/sale/operations.ts';
import { inParts } from '../../domain/exchanges/parts-of.ts';
import { shiftClosed, shiftOpened } from '../../domain/shift/operations.ts';
import type { Shift } from '../../domain/shift/shift.ts';
import type { Db } from '../db/database.ts';

/** What could not be read when it came is in quarantine, and in no figure. */
const UNREADABLE = ['bad_schema', 'unsupported_version'];

/**
 * The entries of a shift in the journal of its register, from its opening to its closing, as the register has added them up. What the
 * pool set aside is among them: it happened. An open shift ends where the journal does, or where the register opened the next one.
 */
async function readShift(db: Db, { id, registerId }: Shift): Promise<Operation[]> {
  const { rows } = await sql<{ body: WrittenOperation }>`
    with opening as (select seq from operations where id = ${id}::uuid and register_id = ${registerId}),
    ending as (
      select seq from operations where register_id = ${registerId} and seq > (select seq from opening)
        and type in (${shiftClosed.type}, ${shiftOpened.type}) order by seq limit 1
    )
    select body from operations where register_id = ${registerId} and seq >= (select seq from opening)
      and seq <= coalesce((select seq from ending), 9223372036854775807)
      and (code is null or code <> all(${UNREADABLE}::text[])) and (id = ${id}::uuid or body ->> 'shiftId' = ${id})
    order by seq`.execute(db);
  return rows.map(({ body }) => upgradeOperation(body));
}

/** The departments of everything that was sold, as the catalog has them now. */
async function readDepartments(db: Db, operations: readonly Operation[]): Promise<Map<string, string>> {
  const skus = new Set(
    operations.flatMap(inParts).flatMap((one) => (saleCompleted.is(one) ? one.payload.lines.map(({ sku }) => sku) : [])),
  );
  const rows = await db
    .selectFrom('products')
    .select(['sku', 'category'])
    .where('category', '!=', '')
    .where(sql<boolean>`sku = any(${[...skus]}::text[])`)
    .execute();
  return new Map(rows.map(({ sku, category }) => [sku, category]));
}

/** Adds up a shift from the journal that the server has. @param timezone of its store, an IANA name. */
export async function summarizeStored(db: Db, shift: Shift, timezone: string): Promise<SummarizedShift> {
  const operations = await readShift(db, shift);
  const departments = await readDepartments(db, operations);
  const company = await db.selectFrom('company').select('prices_include_tax').executeTakeFirst();
  return summarizeShift(operations, shift, {
    departmentOf: (sku) => departments.get(sku) ?? null,
    hourOf: (at) => Number(timeInZone(new Date(at), timezone).slice(0, 2)),
    pricesIncludeTax: company?.prices_include_tax ?? false,
  });
}

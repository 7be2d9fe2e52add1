import { sql } from 'kysely';
import { type ExportCase, type MadeExport, makeExport } from '../../domain/dsfinvk/make-export.ts';
import type { AnyOperation } from '../../domain/base/envelope.ts';
import { upgradeOperation } from '../../domain/registry/upgrade-operation.ts';
import { inParts } from '../../domain/exchanges/parts-of.ts';
import { goodsReturned } from '../../domain/returns/operations.ts';
import { shiftClosed } from '../../domain/shift/operations.ts';
import type { Db } from '../db/database.ts';

/** The country of the tax office that reads these files. */
const GERMANY = { two: 'DE', three: 'DEU' };

export interface DsfinvkOptions {
  readonly registerId: string;
  /** The first and the last business date of the closings, YYYY-MM-DD. */
  readonly from: string;
  readonly to: string;
  readonly taxNumber: string;
  readonly vatId: string;
  /** Of the software. */
  readonly version: string;
}

/** What is not readable was put in quarantine, and is in no shift. */
function readable(rows: readonly { readonly body: unknown }[]): AnyOperation[] {
  return rows.flatMap(({ body }) => (typeof body === 'object' && body !== null ? [upgradeOperation(body as never)] : []));
}

/** The operations of each shift that was closed in these days, in the order of the journal. */
async function closedShifts(db: Db, { registerId, from, to }: DsfinvkOptions): Promise<AnyOperation[][]> {
  const ofRegister = db
    .selectFrom('operations')
    .select('body')
    .where('register_id', '=', registerId)
    .where((of) => of.or([of('code', 'is', null), of('code', '!=', 'bad_schema')]))
    .orderBy('seq');
  const closings = await ofRegister
    .where('type', '=', shiftClosed.type)
    .where('business_date', '>=', from)
    .where('business_date', '<=', to)
    .execute();
  const shifts: AnyOperation[][] = [];
  for (const closing of readable(closings)) {
    if (!shiftClosed.is(closing)) continue;
    const { totals } = closing.payload;
    const first = totals?.firstSeq ?? closing.seq;
    const between = readable(await ofRegister.where('seq', '>=', first).where('seq', '<=', closing.seq).execute());
    shifts.push(between.filter((one) => one.id === closing.shiftId || one.shiftId === closing.shiftId));
  }
  return shifts;
}

type FoundReceipts = ReadonlyMap<string, NonNullable<ReturnType<ExportCase['findReceipt']>>>;

/** The receipts that goods came back from. */
async function findReceipts(db: Db, shifts: readonly (readonly AnyOperation[])[]): Promise<FoundReceipts> {
  const origins = shifts
    .flat()
    .flatMap(inParts)
    .flatMap((one) => (goodsReturned.is(one) ? [one.payload.origin] : []));
  const numbers = origins.flatMap((origin) => (origin.kind === 'sale' ? [origin.receiptNumber] : []));
  if (numbers.length === 0) return new Map();
  const { rows } = await sql<{ number: string; id: string; at: string; zNumber: number | null }>`
    select s.receipt_number as number, s.sale_id as id, o.body ->> 'at' as at,
      (c.body -> 'payload' -> 'totals' ->> 'zNumber')::int as "zNumber"
    from sales s join operations o on o.id = s.sale_id::uuid
      left join operations c on c.register_id = o.register_id and c.type = ${shiftClosed.type}
        and c.body ->> 'shiftId' = o.body ->> 'shiftId'
    where s.receipt_number = any(${numbers}::text[])`.execute(db);
  return new Map(rows.map(({ number, id, at, zNumber }) => [number, { id, at, zNumber }]));
}

/**
 * The closings of a register as DSFinV-K has them.
 * @returns the country of the store where that is not Germany: the files are of no use there.
 */
export async function makeDsfinvk(db: Db, options: DsfinvkOptions): Promise<MadeExport | { readonly country: string }> {
  const register = await db
    .selectFrom('registers')
    .innerJoin('locations', 'locations.id', 'registers.store_id')
    .select(['registers.id', 'registers.prefix', 'name', 'address', 'city', 'postal_code', 'country', 'store_id'])
    .where('registers.id', '=', options.registerId)
    .executeTakeFirstOrThrow();
  if (register.country !== GERMANY.two) return { country: register.country };
  const company = await db.selectFrom('company').select('name').executeTakeFirstOrThrow();
  const shifts = await closedShifts(db, options);
  const receipts = await findReceipts(db, shifts);
  const associates = await db.selectFrom('associates').select(['id', 'name']).where('store_id', '=', register.store_id).execute();
  const names = new Map(associates.map(({ id, name }) => [id, name]));
  const products = await db.selectFrom('products').select(['sku', 'category']).where('category', '!=', '').execute();
  const departments = new Map(products.map(({ sku, category }) => [sku, category]));
  const address = { street: register.address, postalCode: register.postal_code, city: register.city, country: GERMANY.three };
  return makeExport(shifts, {
    seller: { ...address, name: company.name, taxNumber: options.taxNumber, vatId: options.vatId },
    store: { ...address, name: register.name },
    register: { id: register.id, prefix: register.prefix, version: options.version },
    associateName: (id) => names.get(id) ?? null,
    departmentOf: (sku) => departments.get(sku) ?? null,
    findReceipt: (number) => receipts.get(number) ?? null,
  });
}

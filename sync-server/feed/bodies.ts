import { DOCUMENTS } from '../../domain/registry/registry.ts';
import { type RawBuilder, sql } from 'kysely';
import type { DocumentDefinition } from '../../domain/base/define-document.ts';
import { ASSOCIATE_PROJECTIONS } from '../associates/projections.ts';
import { CATALOG_PROJECTIONS } from '../catalog/projections.ts';
import { CUSTOMER_PROJECTIONS } from '../customers/projections.ts';
import { EXCEPTION_PROJECTIONS } from '../exceptions/projections.ts';
import { PRICE_PROJECTIONS } from '../price-lists/projections.ts';
import { QUARANTINE_PROJECTIONS } from '../quarantine/projections.ts';
import { STOCK_PROJECTIONS } from '../stock/projections.ts';
import { tableOf } from '../documents/tables.ts';

/** How documents are made that stand in no table as they are, by kind. `t` is the row of `changes`. */
const PROJECTIONS: ReadonlyMap<string, RawBuilder<unknown>> = new Map([
  ...CATALOG_PROJECTIONS,
  ...PRICE_PROJECTIONS,
  ...ASSOCIATE_PROJECTIONS,
  ...STOCK_PROJECTIONS,
  ...EXCEPTION_PROJECTIONS,
  ...QUARANTINE_PROJECTIONS,
  ...CUSTOMER_PROJECTIONS,
]);

function bodyOf(definition: DocumentDefinition): RawBuilder<unknown> {
  const table = tableOf(definition);
  const projection = PROJECTIONS.get(definition.kind);
  if (table !== null) return sql`(select body::json from ${table.name} where ${table.where} and ${table.key} = t.id)`;
  if (projection === undefined) throw new TypeError(`${definition.kind} is made of other tables, and no room says how.`);
  return projection;
}

/** The JSON of a document as it stands in this very snapshot, by kind. `t` is the row of `changes`. */
export const BODY: RawBuilder<unknown> = sql`case t.kind ${sql.join(
  (DOCUMENTS as readonly DocumentDefinition[]).map((definition) => sql`when ${sql.lit(definition.kind)} then ${bodyOf(definition)}`),
  sql` `,
)} end`;

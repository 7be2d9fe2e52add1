import { type RawBuilder, sql } from 'kysely';
import { catalogPageDocument } from '../../domain/catalog/documents.ts';
import { companyDocument, storeDocument } from '../../domain/company/documents.ts';
import { stagingLocations } from '../../domain/fulfillment/settings.ts';
import type { SettingDefinition } from '../../domain/settings/define-setting.ts';
import { COMPANY, companySettingsDocument, storeSettingsDocument } from '../../domain/settings/documents.ts';
import { taxRates } from '../../domain/tax/settings.ts';

/** What counts in the store of this row: its own word, else the company's, else the standard. */
function saidFor({ key, standard }: SettingDefinition) {
  const at = (kind: string, id: RawBuilder<unknown>) =>
    sql`(select body -> 'values' -> ${sql.lit(key)} from documents where kind = ${sql.lit(kind)} and id = ${id})`;
  return sql`coalesce(${at(storeSettingsDocument.kind, sql`locations.id`)}, ${at(companySettingsDocument.kind, sql.lit(COMPANY))},
    ${sql.lit(JSON.stringify(standard))}::jsonb)`;
}

/** Documents that are made of this room's tables when they are pulled. `t` is the row of `changes`. */
export const CATALOG_PROJECTIONS = [
  [
    companyDocument.kind,
    sql`(select json_build_object('name', name, 'currency', currency, 'pricesIncludeTax', prices_include_tax) from company)`,
  ],
  [
    storeDocument.kind,
    sql`(select json_build_object('id', id, 'name', name,
      'address', concat_ws(', ', nullif(address, ''), nullif(concat_ws(' ', nullif(postal_code, ''), nullif(city, '')), '')),
      'timezone', timezone, 'taxRates', ${saidFor(taxRates)}, 'stagingLocations', ${saidFor(stagingLocations)})
      from locations where id = t.id)`,
  ],
  [
    catalogPageDocument.kind,
    sql`(select json_build_object('page', t.id::int, 'sku', json_agg(sku), 'gtin', json_agg(gtin),
      'name', json_agg(name), 'brand', json_agg(brand), 'category', json_agg(category),
      'size', json_agg(size), 'unitPrice', json_agg(unit_price), 'taxClass', json_agg(tax_class))
      from (select * from products where page = t.id::int order by sku) page having count(*) > 0)`,
  ],
] as const;

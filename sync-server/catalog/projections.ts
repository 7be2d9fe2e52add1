import { sql } from 'kysely';
import { catalogPageDocument } from '../../domain/catalog/documents.ts';
import { companyDocument, storeDocument } from '../../domain/company/documents.ts';

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
      'timezone', timezone, 'taxRates', tax_rates, 'stagingLocations', staging_locations) from locations where id = t.id)`,
  ],
  [
    catalogPageDocument.kind,
    sql`(select json_build_object('page', t.id::int, 'sku', json_agg(sku), 'gtin', json_agg(gtin),
      'name', json_agg(name), 'brand', json_agg(brand), 'category', json_agg(category),
      'size', json_agg(size), 'unitPrice', json_agg(unit_price), 'taxClass', json_agg(tax_class))
      from (select * from products where page = t.id::int order by sku) page having count(*) > 0)`,
  ],
] as const;

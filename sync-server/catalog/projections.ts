import { type RawBuilder, sql } from 'kysely';
import { catalogPageDocument } from '../../domain/catalog/documents.ts';
import { companyDocument, storeDocument } from '../../domain/company/documents.ts';
import { stagingLocations } from '../../domain/fulfillment/settings.ts';
import type { SettingDefinition } from '../../domain/settings/define-setting.ts';
import { COMPANY, companySettingsDocument, storeSettingsDocument } from '../../domain/settings/documents.ts';
import { taxes } from '../../domain/tax/settings.ts';

/** What counts in the store of this row: its own word, else the company's, else the standard. */
function saidFor({ key, standard }: SettingDefinition) {
  const at = (kind: string, id: RawBuilder<unknown>) =>
    sql`(select body -> 'values' -> ${sql.lit(key)} from documents where kind = ${sql.lit(kind)} and id = ${id})`;
  return sql`coalesce(${at(storeSettingsDocument.kind, sql`locations.id`)}, ${at(companySettingsDocument.kind, sql.lit(COMPANY))},
    ${sql.lit(JSON.stringify(standard))}::jsonb)`;
}

/** What each class pays altogether today, for apps of before there was a table of taxes: they know one rate for each class. */
function ratesOfToday(table: RawBuilder<unknown>) {
  return sql`(select coalesce(json_object_agg(borne.key, least(1000000, coalesce((
      select sum((select (dated.value ->> 'ratePpm')::int
        from jsonb_array_elements(said.body -> 'taxes' -> (one.value ->> 'tax') -> 'rates') dated
        where dated.value ->> 'from' <= current_date::text order by dated.value ->> 'from' desc limit 1))
      from jsonb_array_elements(borne.value) one), 0))), '{}')
    from (select ${table} as body) said, jsonb_each(said.body -> 'classes') borne)`;
}

const PAGE_COLUMNS = sql`'page', t.id::int, 'sku', json_agg(sku), 'gtin', json_agg(gtin),
  'name', json_agg(name), 'brand', json_agg(brand), 'category', json_agg(category),
  'size', json_agg(size), 'unitPrice', json_agg(unit_price), 'taxClass', json_agg(tax_class),
  'minimumAge', case when count(minimum_age) > 0 then json_agg(minimum_age) else '[]' end,
  'soldBy', case when count(*) filter (where sold_by <> 'piece') > 0 then json_agg(sold_by) else '[]' end,
  'tareGrams', case when count(*) filter (where tare_grams <> 0) > 0 then json_agg(tare_grams) else '[]' end,
  'weightGrams', case when count(weight_grams) > 0 then json_agg(weight_grams) else '[]' end,
  'sizeMm', case when count(size_mm) > 0 then json_agg(size_mm) else '[]' end`;

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
      'timezone', timezone, 'taxRates', ${ratesOfToday(saidFor(taxes))}, 'stagingLocations', ${saidFor(stagingLocations)})
      from locations where id = t.id)`,
  ],
  [
    catalogPageDocument.kind,
    // A page without pictures and terms is what it was before there were any: registers do not fetch it again.
    sql`(select case when count(terms) > 0 and count(picture) > 0
        then json_build_object(${PAGE_COLUMNS}, 'picture', json_agg(picture), 'terms', json_agg(terms))
      when count(terms) > 0 then json_build_object(${PAGE_COLUMNS}, 'terms', json_agg(terms))
      when count(picture) > 0 then json_build_object(${PAGE_COLUMNS}, 'picture', json_agg(picture))
      else json_build_object(${PAGE_COLUMNS}) end
      from (select * from products where page = t.id::int order by sku) page having count(*) > 0)`,
  ],
] as const;

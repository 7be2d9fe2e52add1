import { sql } from 'kysely';
import { dateInZone } from '../../domain/base/zoned-date.ts';
import type { CartLine } from '../../domain/pricing/cart-line.ts';
import { priceSale } from '../../domain/pricing/price-sale.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import type { EmptiesDue } from '../../domain/returns/empties-facts.ts';
import { goodsReturned, type ReturnRecorded } from '../../domain/returns/operations.ts';
import { settingOf } from '../../domain/settings/setting-of.ts';
import { taxes, taxRounding } from '../../domain/tax/settings.ts';
import { taxRulesOn } from '../../domain/tax/tax-rules.ts';
import type { Tx } from '../db/database.ts';
import { readSettings } from '../settings/read-setting.ts';

/** A deposit of the catalog. */
type Deposit = Pick<CartLine, 'sku' | 'name' | 'unitPrice' | 'taxClass'>;

async function readDeposits(tx: Tx, skus: readonly string[]): Promise<Map<string, Deposit>> {
  const { rows } = await sql<Deposit>`
    select sku, name, unit_price as "unitPrice", tax_class as "taxClass" from products
    where sku = any(${skus}::text[]) and terms ->> 'kind' = 'deposit'`.execute(tx);
  return new Map(rows.map((row) => [row.sku, row]));
}

/**
 * Reads what empties are worth by the catalog, as a till would price them; null, and nothing is read, where nobody brought any. Those that
 * were paid in another currency than the company's are left out.
 */
export async function readEmptiesDue(tx: Tx, operations: readonly Operation[]): Promise<ReadonlyMap<string, EmptiesDue> | null> {
  const brought = operations.filter((one): one is ReturnRecorded => goodsReturned.is(one) && one.payload.origin.kind === 'empties');
  if (brought.length === 0) return null;
  const deposits = await readDeposits(tx, [...new Set(brought.flatMap(({ payload }) => payload.lines.map(({ sku }) => sku)))]);
  const company = await tx.selectFrom('company').select(['currency', 'prices_include_tax']).executeTakeFirstOrThrow();
  const stores = [...new Set(brought.map(({ storeId }) => storeId))];
  const settings = await readSettings(tx, stores);
  const zones = await tx.selectFrom('locations').select(['id', 'timezone']).where('id', 'in', stores).execute();
  const zoneOf = new Map(zones.map(({ id, timezone }) => [id, timezone]));

  function worthOf({ storeId, at, payload }: ReturnRecorded): EmptiesDue {
    // The calendar on the wall of the store, as the till read it: rates change at its midnight.
    const date = dateInZone(Date.parse(at), zoneOf.get(storeId) ?? 'UTC');
    const lines = payload.lines.flatMap(({ sku, quantity }): CartLine[] => {
      const deposit = deposits.get(sku);
      return deposit === undefined ? [] : [{ ...deposit, kind: 'deposit', gtin: null, quantity }];
    });
    const rules = taxRulesOn(settingOf(settings, taxes, { storeId }), settingOf(settings, taxRounding, { storeId }), date);
    try {
      return priceSale(lines, { pricesIncludeTax: company.prices_include_tax, taxes: rules, promotions: [], date, storeId }).totalMinor;
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  }

  const own = brought.filter(({ payload }) => payload.currency === company.currency);
  return new Map(own.map((one) => [one.id, worthOf(one)]));
}

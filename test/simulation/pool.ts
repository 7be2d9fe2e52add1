import { insertKey } from '../support/api-keys.ts';
import { actorNamed } from '../support/actor.ts';
import { pickupKeepDays, stagingLocations } from '../../domain/fulfillment/settings.ts';
import { labelService } from '../../domain/labels/settings.ts';
import { loyaltyBoosts, loyaltyOfflineCap, loyaltyProgram } from '../../domain/loyalty/settings.ts';
import { NOT_ROUNDED } from '../../domain/payments/cash-rounding.ts';
import { cashRounding, foreignCurrencies, offlineCards, voucherKinds } from '../../domain/payments/settings.ts';
import { priceList } from '../../domain/price-lists/price-list.ts';
import { noReceiptPolicy } from '../../domain/returns/settings.ts';
import { retentionDays } from '../../domain/retention/settings.ts';
import { accountOfflineCap } from '../../domain/stored-value/settings.ts';
import { taxes } from '../../domain/tax/settings.ts';
import { onePerClass } from '../../domain/tax/tax-table.ts';
import { writeSetting } from '../../sync-server/settings/write-setting.ts';
import { Kysely } from 'kysely';
import { PGliteDialect, type PGliteLike } from '../../sync-server/db/pglite-dialect.ts';
import { storeScope } from '../../domain/base/scope.ts';
import { stockPageOf } from '../../domain/stock/stock.ts';
import type { RegisterIdentity } from '../../src-renderer/kit/register-services.ts';
import type { RegisterKey } from '../../src-renderer/register/register-key.ts';
import type { Database, Db } from '../../sync-server/db/database.ts';
import { migrate } from '../../sync-server/db/migrate.ts';
import { transact } from '../../sync-server/db/transact.ts';
import { writePriceList } from '../../sync-server/price-lists/write-price-list.ts';
import { writePrices } from '../../sync-server/price-lists/write-prices.ts';
import { writePromotions } from '../../sync-server/promotions/write-promotions.ts';
import { postMovements } from '../../sync-server/stock/post-movements.ts';
import { allocateChanges, type ChangeItem } from '../../sync-server/changes/allocate-changes.ts';
import { enrolRegister, makeEnrolmentCode } from '../../sync-server/registers/enrol-register.ts';
import { makeKey } from '../support/memory-keys.ts';
import { pgliteTemplate } from '../tools/pglite-template.ts';
import { ARTICLES, SHELVED } from './articles.ts';
import { ACCOUNT_CAP, EVEN_DAYS, POINTS_CAP, PROGRAM } from './accounts.ts';
import type { ShelfChange } from './books.ts';
import type { Chance } from './chance.ts';
import { PLACES } from './fetching.ts';
import { CURRENCY, FINAL_SKU, FOREIGN, OFFLINE_CARDS, SKUS, SMALLEST_COIN, TAX_PPM, unitPriceOf, VOUCHER, WEIGHED } from './goods.ts';
import { NO_RECEIPT } from './no-receipt.ts';
import { DAILY_LIST, dailyPrices, OFFERS } from './offers.ts';
import { openSharedDatabase } from './shared-database.ts';
import { staffOf } from './staff.ts';

export const STORES = ['S1', 'S2', 'S3'];
export const API_KEY = 'key-of-the-web-shop';

/** The database of a world. */
export interface Pool {
  readonly postgres: PGliteLike;
  /** The world's own connection, which never dies. */
  readonly db: Db;
}

/** Goods come to a store, as the ERP tells the pool. */
export async function deliver(db: Db, id: string, locationId: string, goods: readonly ShelfChange[]): Promise<void> {
  await transact(db, async (tx) => {
    const changes: ChangeItem[] = [];
    await postMovements(
      tx,
      goods.map(({ sku, units }) => ({ locationId, sku, onHand: units, reserved: 0, cause: 'import', causeId: id })),
      changes,
    );
    await allocateChanges(tx, changes);
  });
}

/** Most of what has run low at a store, with as many units as chance sends there. */
export async function whatRunsLow(db: Db, locationId: string, chance: Chance): Promise<ShelfChange[]> {
  const levels = await db
    .selectFrom('stock_levels')
    .select(['sku', 'on_hand'])
    .where('location_id', '=', locationId)
    .orderBy('sku')
    .execute();
  return levels
    .map(({ sku, on_hand }) => ({ sku, units: chance.percent(80) ? chance.int(10, 150) - on_hand : 0 }))
    .filter(({ units }) => units > 0);
}

/** What makes a device the register that it is. */
export interface Profile {
  readonly identity: RegisterIdentity;
  readonly token: string;
  readonly key: RegisterKey;
}

/** Enrols one more register of a store. */
export async function enrol(db: Db, storeId: string): Promise<Profile> {
  const key = makeKey();
  const code = await makeEnrolmentCode(db, storeId);
  const enrolled = code.ok ? await enrolRegister(db, code.value.code, key.publicKey) : code;
  if (!enrolled.ok) throw new Error(`No register could be enrolled: ${enrolled.refusal}`);
  const { registerId, storeName, prefix, token } = enrolled.value;
  return { identity: { registerId, storeId, storeName, prefix }, token, key };
}

/** Who sends the parcels of the simulated stores. */
const SENDER = { name: 'Company', line1: '1 Plaza', city: 'City', region: 'ST', postalCode: '00000', country: 'US' };

async function fillCatalog(db: Db): Promise<void> {
  for (const sku of SKUS) {
    await db
      .insertInto('products')
      .values({
        ...{ sku, gtin: null, name: `Article ${sku}`, unit_price: unitPriceOf(sku), tax_class: 'standard', page: 0 },
        terms: sku === FINAL_SKU ? JSON.stringify({ finalSale: true }) : null,
      })
      .execute();
  }
  const weighed = { sku: WEIGHED.sku, gtin: null, name: 'Weighed', unit_price: WEIGHED.unitPrice, tax_class: 'standard', page: 0 };
  await db
    .insertInto('products')
    .values({ ...weighed, sold_by: 'kg' })
    .execute();
  for (const { sku, netMinor, terms, isFree } of ARTICLES)
    await db
      .insertInto('products')
      .values({
        ...{ sku, gtin: null, name: `Article ${sku}`, unit_price: netMinor * 1_000, page: 0 },
        tax_class: isFree === true ? 'free' : 'standard',
        terms: terms === undefined ? null : JSON.stringify(terms),
      })
      .execute();
}

async function fill(db: Db): Promise<void> {
  await db.insertInto('company').values({ name: 'Company', currency: CURRENCY, prices_include_tax: false }).execute();
  await insertKey(db, 'web shop', 'everything', API_KEY);
  await fillCatalog(db);
  for (const [index, id] of STORES.entries()) {
    await db
      .insertInto('locations')
      .values({
        id,
        kind: 'store',
        name: `Store ${id}`,
        latitude: 0,
        longitude: index,
      })
      .execute();
  }
  const staff = STORES.flatMap(staffOf);
  for (const { id, storeId, name, role, pin } of staff)
    await db
      .insertInto('associates')
      .values({ id, store_id: storeId, name, role, pin: JSON.stringify(pin) })
      .execute();
  const pages = [...new Set([...SKUS, WEIGHED.sku, ...SHELVED].map(stockPageOf))];
  const items: ChangeItem[] = [
    { scope: 'all', kind: 'company', id: 'company' },
    { scope: 'all', kind: 'catalog_page', id: '0' },
    ...staff.map(({ id, storeId }): ChangeItem => ({ scope: storeScope(storeId), kind: 'associate', id })),
    ...STORES.flatMap((id): ChangeItem[] => [
      { scope: storeScope(id), kind: 'store', id },
      ...pages.map((page): ChangeItem => ({ scope: storeScope(id), kind: 'stock_page', id: String(page) })),
    ]),
  ];
  await transact(db, async (tx) => {
    for (const id of STORES) {
      await writeSetting(
        tx,
        taxes,
        { level: 'store', id, value: onePerClass({ standard: TAX_PPM, free: 0 }) },
        actorNamed('simulation'),
        items,
      );
      await writeSetting(tx, stagingLocations, { level: 'store', id, value: [...PLACES] }, actorNamed('simulation'), items);
      await writeSetting(tx, pickupKeepDays, { level: 'store', id, value: 1 }, actorNamed('simulation'), items);
    }
    const rounding = { ...NOT_ROUNDED, incrementMinor: SMALLEST_COIN };
    await writeSetting(tx, cashRounding, { level: 'company', id: 'company', value: rounding }, actorNamed('simulation'), items);
    // So few days that what is done leaves the registers while the world goes on.
    const days = { ordersInMemory: 1, ordersOnRegisters: 3, salesOnRegisters: 3 };
    const company = { level: 'company', id: 'company' } as const;
    const office = actorNamed('simulation');
    await writeSetting(tx, retentionDays, { ...company, value: days }, office, items);
    await writeSetting(
      tx,
      foreignCurrencies,
      { ...company, value: [{ currency: FOREIGN.notes.currency, rate: FOREIGN.notes.rate }] },
      office,
      items,
    );
    await writeSetting(tx, voucherKinds, { ...company, value: [VOUCHER] }, office, items);
    await writeSetting(tx, offlineCards, { ...company, value: OFFLINE_CARDS }, office, items);
    await writeSetting(tx, loyaltyProgram, { ...company, value: PROGRAM }, office, items);
    await writeSetting(tx, loyaltyBoosts, { ...company, value: EVEN_DAYS }, office, items);
    await writeSetting(tx, loyaltyOfflineCap, { ...company, value: POINTS_CAP }, office, items);
    await writeSetting(tx, labelService, { ...company, value: { service: '03', sender: SENDER } }, office, items);
    await writeSetting(tx, noReceiptPolicy, { ...company, value: NO_RECEIPT }, office, items);
    await writeSetting(tx, accountOfflineCap, { ...company, value: ACCOUNT_CAP }, office, items);
    await writePromotions(tx, OFFERS, items);
    await writePriceList(tx, priceList.parse(DAILY_LIST), items);
    await writePrices(
      tx,
      dailyPrices().map((price) => ({ ...price, listId: DAILY_LIST.id })),
      items,
    );
    await allocateChanges(tx, items);
  });
}

/** Makes the database of a new world: three stores, and not a single unit of anything yet. */
export async function openPool(): Promise<Pool> {
  const postgres = await openSharedDatabase(await pgliteTemplate());
  const db = new Kysely<Database>({ dialect: new PGliteDialect({ pglite: postgres }) });
  await migrate(db);
  await fill(db);
  return { postgres, db };
}

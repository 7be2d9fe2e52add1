import { type Actor, COMMAND_LINE } from '../access/actor.ts';
import { storeScope } from '../../domain/base/scope.ts';
import { sql } from 'kysely';
import type { Product } from '../../domain/catalog/product.ts';
import { promotionDocument } from '../../domain/promotions/documents.ts';
import type { Promotion } from '../../domain/promotions/promotion.ts';
import { upsertLocations } from '../catalog/upsert-locations.ts';
import { upsertProducts } from '../catalog/upsert-products.ts';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { writePriceList } from '../price-lists/write-price-list.ts';
import { writePrices } from '../price-lists/write-prices.ts';
import { allocateChanges, type ChangeItem } from '../changes/allocate-changes.ts';
import { hashSecret, newToken } from '../base/secrets.ts';
import { chanceFrom } from './chance.ts';
import { chooseStock, fillStock, type SampleLevel } from './fill-stock.ts';
import { makeAssociates, type SampleAssociate } from './make-associates.ts';
import { makeProducts, type SampleProduct } from './make-products.ts';
import { makeCustomers, writeSampleCustomers } from './make-customers.ts';
import { makePriceLists, type SamplePrices } from './make-price-lists.ts';
import { makePromotions } from './make-promotions.ts';
import { ARTICLE_STOCK, articleKeys, makeArticles } from './make-articles.ts';
import { SIMULATED_SCANNERS } from '../../domain/device/scanner.ts';
import {
  cardTerminalSetting,
  lineScannersSetting,
  poleDisplaySetting,
  receiptPrinterSetting,
  scaleSetting,
} from '../../domain/device/settings.ts';
import { taxes, taxRounding } from '../../domain/tax/settings.ts';
import { SAMPLE_ROUNDING, taxesOf } from './sample-taxes.ts';
import { mailSender } from '../../domain/mail/settings.ts';
import { COMPANY } from '../../domain/settings/documents.ts';
import { writeSetting } from '../settings/write-setting.ts';
import { quickKeys } from '../../domain/sale/settings.ts';
import { writePicture } from '../pictures/write-picture.ts';
import { drawPicture } from './draw-pictures.ts';
import { SAMPLE_PRODUCE } from './sample-produce.ts';
import { sampleQuickKeys } from './sample-quick-keys.ts';
import { SAMPLE_PLACES } from './places.ts';
import { JournalWriter } from '../journal/journal-writer.ts';
import type { SampleSite, Story } from './sample-story.ts';
import { playPast } from './play-past.ts';
import { noteWaiting } from '../pickup/note-waiting.ts';
import { playPresent } from './play-present.ts';
import type { SampleKeys } from './read-sample.ts';

/** Who sends the mails of the sample. They come to the simulated mail server and go no further. */
const SAMPLE_SENDER = { name: 'Outpost Sample Company', address: 'receipts@outpost.example' };

/** In whose name the settings of the sample are made. */
const SAMPLE: Actor = { ...COMMAND_LINE, name: 'sample' };

export interface SampleOptions {
  /** Decides everything that looks like chance. */
  readonly seed?: string;
  /** How many products the catalog has. */
  readonly products?: number;
  /** How many of them each place stocks, in the order of the places; the last number counts for those that follow. */
  readonly stocked?: readonly number[];
  readonly pastOrders?: number;
  readonly salesPerStore?: number;
  /** Whether orders wait in the stores. */
  readonly openOrders?: boolean;
  /** The present of the sample company. */
  readonly now?: Date;
}

/** What decides the sample company, unless told otherwise. */
export const SAMPLE_SEED = 'outpost';
/** How many products it has, unless told otherwise. */
export const SAMPLE_PRODUCTS = 5000;

const CATALOG_CHUNK = 10_000;
const STOCKED = [5000, 3800, 3000, 2400, 1800, 1200, 5000];

/** What a place has of the articles that are no plain goods. */
function stockOf(locationId: string, articles: readonly Product[]): SampleLevel[] {
  return articles.flatMap((article) => {
    const onHand = ARTICLE_STOCK.get(article.sku);
    const product = { ...article, aisle: 'S' };
    return onHand === undefined ? [] : [{ locationId, product, onHand, safetyStock: 0, bin: `${product.aisle}-01-1` }];
  });
}

async function writeBasics(
  tx: Tx,
  sites: readonly SampleSite[],
  products: readonly SampleProduct[],
  promotions: readonly Promotion[],
  prices: SamplePrices,
): Promise<void> {
  const changeItems: ChangeItem[] = [{ scope: 'all', kind: 'company', id: 'company' }];
  await tx.insertInto('company').values({ name: 'Outpost Sample Company', currency: 'USD', prices_include_tax: false }).execute();
  await upsertLocations(
    tx,
    sites.map(({ place }) => ({ ...place, country: 'US' })),
    changeItems,
  );
  for (const { place } of sites)
    await writeSetting(tx, taxes, { level: 'store', id: place.id, value: taxesOf(place) }, SAMPLE, changeItems);
  await writeSetting(tx, taxRounding, { level: 'company', id: COMPANY, value: SAMPLE_ROUNDING }, SAMPLE, changeItems);
  const articles = makeArticles(products);
  const pages = [...sampleQuickKeys([...products, ...SAMPLE_PRODUCE]), articleKeys(articles)];
  await writeSetting(tx, quickKeys, { level: 'company', id: COMPANY, value: { pages } }, SAMPLE, changeItems);
  const simulated = { level: 'company', id: COMPANY, value: { driver: 'simulator' } } as const;
  for (const device of [cardTerminalSetting, scaleSetting, receiptPrinterSetting, poleDisplaySetting])
    await writeSetting(tx, device, simulated, SAMPLE, changeItems);
  const scanners = SIMULATED_SCANNERS.map((number) => ({ driver: 'simulator', number }) as const);
  await writeSetting(tx, lineScannersSetting, { level: 'company', id: COMPANY, value: scanners }, SAMPLE, changeItems);
  await writeSetting(tx, mailSender, { level: 'company', id: COMPANY, value: SAMPLE_SENDER }, SAMPLE, changeItems);
  for (let start = 0; start < products.length; start += CATALOG_CHUNK) {
    const chunk = products.slice(start, start + CATALOG_CHUNK).map(({ aisle: _, ...product }) => product);
    await upsertProducts(tx, chunk, changeItems);
  }
  await upsertProducts(tx, [...SAMPLE_PRODUCE, ...articles], changeItems);
  const [counter] = pages;
  const shown = new Set(counter?.skus);
  for (const product of [...products.filter(({ sku }) => shown.has(sku)), ...SAMPLE_PRODUCE, ...articles])
    await writePicture(tx, product.sku, await drawPicture(product), changeItems);
  for (const promotion of promotions) {
    await tx
      .insertInto('promotions')
      .values({ id: promotion.id, body: JSON.stringify(promotionDocument.compact(promotion)) })
      .execute();
    changeItems.push({ scope: 'all', kind: 'promotion', id: promotion.id });
  }
  for (const list of prices.lists) await writePriceList(tx, list, changeItems);
  await writePrices(tx, prices.prices, changeItems);
  for (const { place, associates, levels, register } of sites) {
    for (const { id, storeId, name, role, pin } of associates) {
      await tx
        .insertInto('associates')
        .values({ id, store_id: storeId, name, role, pin: JSON.stringify(pin) })
        .execute();
      changeItems.push({ scope: storeScope(storeId), kind: 'associate', id });
    }
    const { registerId: id, prefix } = register.options;
    await tx
      .insertInto('registers')
      .values({ id, store_id: place.id, prefix, token_hash: hashSecret(newToken('register')) })
      .execute();
    // The stores have tills, which a used code tells; the warehouse has none, and the head office hands its orders over.
    if (place.kind === 'store') {
      await tx
        .insertInto('enrolment_codes')
        .values({ code_hash: hashSecret(newToken('register')), store_id: place.id, expires_at: new Date(0), used_by: id })
        .execute();
    }
    await fillStock(tx, [...levels, ...stockOf(place.id, articles)], changeItems);
  }
  await allocateChanges(tx, changeItems);
}

function makeSites(
  products: readonly SampleProduct[],
  options: SampleOptions,
  associates: readonly SampleAssociate[],
  chance: Story['chance'],
): SampleSite[] {
  const stocked = options.stocked ?? STOCKED;
  return SAMPLE_PLACES.map((place, index) => ({
    place,
    levels: chooseStock(place.id, products, stocked[index] ?? stocked.at(-1) ?? 0, chance),
    associates: associates.filter((associate) => associate.storeId === place.id),
    register: new JournalWriter({
      registerId: `sample-${place.id}`,
      storeId: place.id,
      prefix: `A${index + 1}`,
      currency: 'USD',
      timezone: place.timezone,
    }),
  }));
}

/**
 * Fills an empty database with the sample company: six stores and a warehouse, goods, stock, associates, promotions, a
 * past that really happened in the journals of its registers, and orders that wait. The same seed tells the same story.
 * @returns the PINs and pickup codes; {@link readSample} gives them again later.
 */
export async function fillSampleCompany(db: Db, options: SampleOptions = {}): Promise<SampleKeys> {
  const {
    seed = SAMPLE_SEED,
    products: productCount = SAMPLE_PRODUCTS,
    pastOrders = 400,
    salesPerStore = 40,
    openOrders = true,
    now = new Date(),
  } = options;
  const chance = chanceFrom(seed);
  const products = makeProducts(productCount, chance);
  const associates = makeAssociates(
    SAMPLE_PLACES.filter((place) => place.kind === 'store').map((place) => place.id),
    chance,
  );
  const promotions = makePromotions(products, now.getUTCFullYear());
  const sites = makeSites(products, options, associates, chance);
  let number = 100_000;
  const story: Story = { sites, promotions, chance, now, nextNumber: () => `WEB-${(number += 1)}` };
  await db
    .insertInto('settings')
    .values({ key: 'sample', value: JSON.stringify({ state: 'filling' }) })
    .execute();
  await transact(db, (tx) => writeBasics(tx, sites, products, promotions, makePriceLists(products, now)));
  await transact(db, (tx) => writeSampleCustomers(tx, makeCustomers(now), sites[0]?.place.id ?? ''));
  // Fresh tables have no statistics yet, and the plans for sourcing need them.
  await sql`analyze`.execute(db);
  await playPast(db, story, pastOrders, salesPerStore);
  const pickups = openOrders ? await playPresent(db, story) : [];
  // Its journals were played before any server that would hear of them.
  await noteWaiting(db, null);
  const keys: SampleKeys = {
    firstStoreId: sites[0]?.place.id ?? '',
    associates: associates.map(({ storeId, name, role, clearPin }) => ({ storeId, name, role, pin: clearPin })),
    pickups,
  };
  await db
    .updateTable('settings')
    .set({ value: JSON.stringify({ state: 'filled', keys }) })
    .where('key', '=', 'sample')
    .execute();
  return keys;
}

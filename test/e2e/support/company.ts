import { insertKey } from '../../support/api-keys.ts';
import { sql } from 'kysely';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { multiplyDivideRound } from '../../../domain/base/money.ts';
import type { OrderIntake } from '../../../domain/orders/order-intake.ts';
import { writeOrderRequest } from '../../../domain/orders/order-request.ts';
import { SAMPLE_PLACES, type SamplePlace } from '../../../sync-server/sample/places.ts';
import { type LiveStore, openLiveStore } from '../../support/live-store.ts';

/** An article that a test has for itself. */
export interface Article {
  readonly sku: string;
  /** As the label shows it: 13 digits. */
  readonly barcode: string;
  readonly name: string;
  /** In minor units; articles of the sample company cost whole cents. */
  readonly priceMinor: number;
  readonly bin: string;
}

export interface Wanted {
  readonly article: Article;
  readonly quantity: number;
  /** What the customer takes instead, the most welcome first, each for a dollar less. */
  readonly substitutes?: readonly Article[];
}

export interface PlacedOrder {
  readonly number: string;
  readonly customer: string;
  readonly totalMinor: number;
}

/** The sample company on a live server, with what a test asks of its web shop and its books. */
export interface Company extends LiveStore {
  placeOf(storeId: string): SamplePlace;
  /** Articles of one tax class and without a promotion or a price in a list, of which a store has at least 15, given out once. */
  articles(storeId: string, count: number): Promise<Article[]>;
  /** Articles of a promotion. */
  promoted(promotionId: string): Promise<Article[]>;
  /** Lets the web shop place an order, over HTTP, that this store is the first choice for. */
  placeOrder(storeId: string, wanted: readonly Wanted[], pickupCode?: string, email?: string, promisedAt?: string): Promise<PlacedOrder>;
  /** The text of the QR code of a pickup, as the web shop has it. */
  pickupQr(number: string): Promise<string>;
  cancelOrder(number: string): Promise<void>;
  /** What the pool knows of a SKU at a location. */
  level(storeId: string, sku: string): Promise<{ readonly onHand: number; readonly reserved: number }>;
  /** What the pool may promise, as `GET /v1/availability` says. */
  available(storeId: string, sku: string): Promise<number>;
  /** The fulfillment orders of an online order, the oldest first. */
  fulfillmentOrders(number: string): Promise<FulfillmentOrder[]>;
  backordered(number: string): Promise<number>;
}

const STANDARD = 'standard';
const CUSTOMER = 'Customer Number';

/** Opens a small sample company of the test's own. */
export async function openCompany(): Promise<Company> {
  const live = await openLiveStore({ products: 300, pastOrders: 20, salesPerStore: 5 });
  const { db } = live.database;
  const key = await insertKey(db, 'web shop');
  const authorization = `Bearer ${key}`;
  const given = new Set<string>();
  let orders = 0;

  async function findArticles(storeId: string, where: { readonly skus?: readonly string[] }): Promise<Article[]> {
    const rows = await db
      .selectFrom('products')
      .innerJoin('stock_levels', 'stock_levels.sku', 'products.sku')
      .select(['products.sku', 'gtin', 'name', 'unit_price', 'bin'])
      .where('location_id', '=', storeId)
      .where('available', '>=', 15)
      .$if(where.skus === undefined, (query) => query.where('tax_class', '=', STANDARD))
      .$if(where.skus !== undefined, (query) => query.where('products.sku', 'in', where.skus ?? []))
      .orderBy('products.sku')
      .execute();
    return rows.map(({ sku, gtin, name, unit_price, bin }) => ({
      sku,
      barcode: (gtin ?? '').slice(1),
      name,
      priceMinor: unit_price / 1000,
      bin: bin ?? '',
    }));
  }

  async function promotedSkus(): Promise<Map<string, readonly string[]>> {
    const rows = await db.selectFrom('promotions').select(['id', 'body']).execute();
    return new Map(rows.map(({ id, body }) => [id, (body as { skus?: string[] }).skus ?? []]));
  }

  const placeOf = (storeId: string): SamplePlace => {
    const place = SAMPLE_PLACES.find(({ id }) => id === storeId);
    if (place === undefined) throw new Error(`There is no store ${storeId}.`);
    return place;
  };

  return {
    ...live,
    placeOf,
    async articles(storeId, count) {
      const listed = await db.selectFrom('prices').select('sku').distinct().execute();
      const skip = [...[...(await promotedSkus()).values()].flat(), ...listed.map(({ sku }) => sku)];
      const free = (await findArticles(storeId, {})).filter(({ sku }) => !given.has(sku) && !skip.includes(sku)).slice(0, count);
      if (free.length < count) throw new Error(`${storeId} has no ${count} articles left for this test.`);
      free.forEach(({ sku }) => given.add(sku));
      return free;
    },
    async promoted(promotionId) {
      return findArticles(live.keys.firstStoreId, { skus: (await promotedSkus()).get(promotionId) ?? [] });
    },
    async placeOrder(storeId, wanted, pickupCode, email, promisedAt) {
      const place = placeOf(storeId);
      orders += 1;
      const number = `SHOP-${orders}`;
      const customer = `${CUSTOMER} ${orders}`;
      const { line1, latitude, longitude } = { line1: place.address, ...place };
      const order: OrderIntake = {
        number,
        placedAt: new Date().toISOString(),
        ...(promisedAt === undefined ? {} : { promisedAt }),
        currency: 'USD',
        customer: { name: customer, email: email ?? null, phone: null },
        fulfillment:
          pickupCode === undefined
            ? {
                kind: 'ship',
                shipTo: { line1, city: place.city, region: place.region, postalCode: place.postalCode, country: 'US' },
                position: { latitude, longitude },
              }
            : { kind: 'pickup', storeId, pickupCode },
        lines: wanted.map(({ article, quantity, substitutes }) => {
          const net = article.priceMinor * quantity;
          const taxMinor = multiplyDivideRound(net, place.taxRates[STANDARD], 1_000_000);
          const price = { totalMinor: Math.max(0, article.priceMinor - 100), taxMinor: 0 };
          return {
            ...{ sku: article.sku, quantity, unitPrice: article.priceMinor * 1000, totalMinor: net + taxMinor, taxMinor },
            ...(substitutes !== undefined && { substitutes: substitutes.map(({ sku }) => ({ sku, price })) }),
          };
        }),
      };
      const answer = await fetch(`${live.url}/v1/orders`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json', 'idempotency-key': number },
        body: JSON.stringify(writeOrderRequest(order)),
      });
      if (answer.status !== 201) throw new Error(`The order was refused: ${await answer.text()}`);
      return { number, customer, totalMinor: order.lines.reduce((sum, line) => sum + line.totalMinor, 0) };
    },
    async pickupQr(number) {
      const answer = await fetch(`${live.url}/v1/orders/${number}`, { headers: { authorization } });
      const { pickupQr } = (await answer.json()) as { pickupQr: string | null };
      if (pickupQr === null) throw new Error(`Nobody fetches ${number}.`);
      return pickupQr;
    },
    async cancelOrder(number) {
      const answer = await fetch(`${live.url}/v1/orders/${number}/cancel`, { method: 'POST', headers: { authorization } });
      if (!answer.ok) throw new Error(`The order was not cancelled: ${await answer.text()}`);
    },
    async level(storeId, sku) {
      const row = await db
        .selectFrom('stock_levels')
        .select(['on_hand', 'reserved'])
        .where('location_id', '=', storeId)
        .where('sku', '=', sku)
        .executeTakeFirstOrThrow();
      return { onHand: row.on_hand, reserved: row.reserved };
    },
    async available(storeId, sku) {
      const answer = await fetch(`${live.url}/v1/availability?sku=${sku}&location=${storeId}`, { headers: { authorization } });
      const { items } = (await answer.json()) as { items: { available: number }[] };
      return items[0]?.available ?? 0;
    },
    async fulfillmentOrders(number) {
      const rows = await db
        .selectFrom('fulfillment_orders')
        .innerJoin('orders', 'orders.id', 'order_id')
        .select('body')
        .where('number', '=', number)
        .orderBy('fulfillment_orders.id')
        .execute();
      return rows.map(({ body }) => body);
    },
    async backordered(number) {
      const { rows } = await sql<{ units: number }>`
        select coalesce(sum(backordered), 0)::int as units from order_lines join orders on orders.id = order_id
          where number = ${number}`.execute(db);
      return rows[0]?.units ?? 0;
    },
  };
}

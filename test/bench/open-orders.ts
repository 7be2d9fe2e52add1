import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { sql } from 'kysely';
import type { OrderIntake } from '../../domain/orders/order-intake.ts';
import { hintServers } from '../../sync-server/feed/other-servers.ts';
import { takeOrders } from '../../sync-server/orders/take-order.ts';
import { postMovements } from '../../sync-server/stock/post-movements.ts';
import { pickupOrder } from '../contract/support/order-pool.ts';
import { type LiveStore, openLiveStore } from '../support/live-store.ts';
import { say } from '../support/say.ts';
import { tillPage } from '../support/till-page.ts';
import buildRenderer from '../tools/build-renderer.ts';
import { inTemporaryFolder, withBrowser } from './browser.ts';
import { type PaintWatch, watchPaint } from './paint.ts';
import { type BenchResult, median, percentile, round } from './result.ts';
import { scanLine } from './scan-line.ts';
import { change } from './scale-pool.ts';
import { sized } from './sized.ts';

const FEW = sized(500, 50);
const MANY = sized(5_000, 200);
const FINISHED = sized(20_000, 400);
const BATCH = 500;
const ROUNDS = sized(20, 3);
const SCANS = sized(60, 5);
const GOAL_MS = 50;
const GOAL_SCAN_MS = 33;

interface Article {
  readonly sku: string;
  readonly gtin: string;
}

const orderOf = (number: string, storeId: string, sku: string, quantity: number, n: number): OrderIntake => ({
  ...pickupOrder(number, storeId, [[sku, quantity]]),
  placedAt: new Date(Date.now() - n * 1_000).toISOString(),
  customer: { name: `Customer ${n % 997} of ${n}`, email: null, phone: null },
});

/** Takes pickups into the pool. @param isFinished whether they were handed over, so that nobody has anything to do with them. */
async function addOrders({ database: { db }, keys }: LiveStore, article: Article, name: string, count: number, isFinished: boolean) {
  for (let from = 0; from < count; from += BATCH) {
    const orders = Array.from({ length: Math.min(BATCH, count - from) }, (_, n) =>
      orderOf(`${name}-${from + n}`, keys.firstStoreId, article.sku, 1, from + n),
    );
    await change(db, async (tx, items) => {
      await takeOrders(
        tx,
        orders.map((order) => ({ idempotencyKey: order.number, order })),
        items,
      );
      if (!isFinished) return;
      const state = JSON.stringify({ status: 'handed_over', at: new Date().toISOString() });
      await sql`
        update fulfillment_orders set status = 'handed_over', body = jsonb_set(body, '{state}', ${state}::jsonb)
        where body ->> 'orderNumber' = any(${orders.map(({ number }) => number)}::text[])`.execute(tx);
    });
  }
}

/** What a person does with a list of orders, again and again. @returns the times by what they did, milliseconds. */
async function workWith(page: Page, { list, filter, open }: Watches, numbers: readonly string[]) {
  const times: Record<'list' | 'filter' | 'open', number[]> = { list: [], filter: [], open: [] };
  const timed = async (what: keyof typeof times, watch: PaintWatch, press: () => Promise<unknown>): Promise<void> => {
    await watch.start();
    const painted = watch.next();
    await press();
    await painted;
    times[what].push(...(await watch.stop()).slice(0, 1));
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.keyboard.press('F1');
    await page.getByLabel(say('pickup.search')).waitFor({ state: 'detached' });
    await timed('list', list, () => page.keyboard.press('F3'));
    const search = page.getByLabel(say('pickup.search'));
    await search.focus();
    const number = numbers[(round * 37) % numbers.length] ?? '';
    // All orders begin alike: what they begin with changes nothing on the list.
    const [beginning = '', digits = ''] = number.split('-');
    await page.keyboard.type(`${beginning}-`);
    for (const digit of digits) await timed('filter', filter, () => page.keyboard.type(digit));
    await timed('open', open, () => page.keyboard.press('Enter'));
    await page.getByRole('article', { name: say('kit.order', { number }) }).waitFor();
  }
  return times;
}

interface Watches {
  readonly list: PaintWatch;
  readonly filter: PaintWatch;
  readonly open: PaintWatch;
  readonly scan: PaintWatch;
}

/** Scans a unit after the other into an order that wants many. */
async function scanUnits(page: Page, devtools: CDPSession, scan: PaintWatch, order: string, { gtin }: Article): Promise<number[]> {
  await page.keyboard.press('F3');
  await page.getByLabel(say('pickup.search')).fill(order);
  await page
    .getByRole('main')
    .getByRole('button', { name: new RegExp(`^${order}\\b`) })
    .click();
  await page.getByRole('article', { name: say('kit.order', { number: order }) }).waitFor();
  await scan.start();
  for (let unit = 0; unit < SCANS; unit += 1) await scanLine(devtools, scan, gtin);
  return scan.stop();
}

type Times = Readonly<Record<'list' | 'filter' | 'open' | 'scan', readonly number[]>>;

function resultsOf(behind: string, times: Times, first: Times): BenchResult[] {
  return (['list', 'filter', 'open', 'scan'] as const).map((what): BenchResult => {
    const values = times[what];
    const [share, goal] = what === 'scan' ? [0.99, GOAL_SCAN_MS] : [0.95, GOAL_MS];
    const reached = percentile(values, share);
    return {
      name: `open-orders, ${what}, ${behind}`,
      unit: 'ms',
      runs: values.length,
      p50: round(median(values)),
      p99: round(percentile(values, 0.99)),
      baseline: round(median(first[what])),
      ratio: round(median(values) / median(first[what])),
      goal: `p${share * 100} at most ${goal} ms (measured ${reached.toFixed(1)})`,
      met: reached <= goal,
    };
  });
}

async function measure(store: LiveStore, context: BrowserContext, article: Article): Promise<BenchResult[]> {
  const page = await context.newPage();
  const till = tillPage(page);
  await till.setUp(store.url, await store.registerCode(), store.pinOf('manager'));
  const devtools = await context.newCDPSession(page);
  const watches: Watches = {
    list: await watchPaint(page, 'F3', 'main'),
    filter: await watchPaint(page, null, 'main ul'),
    open: await watchPaint(page, 'Enter', 'main article'),
    scan: await watchPaint(page, 'Enter', 'main article'),
  };
  const numbers: string[] = [];
  let marks = 0;
  /** Waits until the register shows what came after everything else. */
  const caughtUp = async (): Promise<string> => {
    const number = `LAST-${(marks += 1)}`;
    const order = orderOf(number, store.keys.firstStoreId, article.sku, SCANS + 1, 0);
    await change(store.database.db, (tx, items) => takeOrders(tx, [{ idempotencyKey: number, order }], items));
    await hintServers(store.database.db);
    await page.keyboard.press('F3');
    await page.getByLabel(say('pickup.search')).fill(number);
    await page
      .getByRole('main')
      .getByRole('button', { name: new RegExp(`^${number}\\b`) })
      .waitFor({ timeout: 120_000 });
    return number;
  };
  const at = async (): Promise<Times> => {
    const order = await caughtUp();
    await workWith(page, watches, numbers);
    return { ...(await workWith(page, watches, numbers)), scan: await scanUnits(page, devtools, watches.scan, order, article) };
  };
  const grow = async (name: string, count: number, isFinished: boolean): Promise<void> => {
    await addOrders(store, article, name, count, isFinished);
    if (!isFinished) numbers.push(...Array.from({ length: count }, (_, n) => `${name}-${n}`));
  };
  await grow('FEW', FEW, false);
  const few = await at();
  await grow('MORE', MANY - FEW, false);
  const many = await at();
  await grow('DONE', FINISHED, true);
  const behind = await at();
  return [
    ...resultsOf(`${FEW} open`, few, few),
    ...resultsOf(`${MANY} open`, many, few),
    ...resultsOf(`${MANY} open, ${FINISHED} finished`, behind, few),
  ];
}

/** A store with thousands of pickups: how long the list, a letter of its search, opening an order and a scan into it take to be painted. */
export function openOrders(): Promise<BenchResult[]> {
  buildRenderer();
  return inTemporaryFolder(async (dataDir) => {
    const store = await openLiveStore({ dataDir, products: 1_000, stocked: [900, 100], pastOrders: 0, salesPerStore: 1 });
    try {
      const { db } = store.database;
      const { sku, gtin } = await db
        .selectFrom('products')
        .innerJoin('stock_levels', 'stock_levels.sku', 'products.sku')
        .select(['products.sku', 'products.gtin'])
        .where('location_id', '=', store.keys.firstStoreId)
        .where('gtin', 'is not', null)
        .where('minimum_age', 'is', null)
        .orderBy('products.sku')
        .executeTakeFirstOrThrow();
      const onHand = MANY + FINISHED + SCANS * 10;
      const goods = { locationId: store.keys.firstStoreId, sku, onHand, reserved: 0, cause: 'import' as const, causeId: 'bench' };
      await change(db, (tx, items) => postMovements(tx, [goods], items));
      return await withBrowser((context) => measure(store, context, { sku, gtin: (gtin ?? '').replace(/^0/, '') }));
    } finally {
      await store.close();
    }
  });
}

import { Command, InvalidArgumentError } from 'commander';
import { join, resolve } from 'node:path';
import type { OrderIntake, OrderView } from '../../domain/orders/order-intake.ts';
import { writeOrderRequest } from '../../domain/orders/order-request.ts';
import type { ErrorBody } from '../../domain/protocol/protocol.ts';
import { chanceFrom } from '../sample/chance.ts';
import { readKeptKeys } from '../start/kept-keys.ts';
import { loadSample, NO_SAMPLE } from '../start/load-sample.ts';
import { endWith, PlainFailure } from '../start/plain-failure.ts';
import { root } from '../start/project-root.ts';
import type { Availability } from '../stock/read-availability.ts';

interface Options {
  readonly rate: number;
  readonly url: string;
  readonly count?: number;
  readonly data: string;
  readonly key?: string;
}

function readNumber(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new InvalidArgumentError('A number above zero is needed.');
  return value;
}

/** The web shop's way to the server. */
class Shop {
  readonly #url: string;
  readonly #key: string;

  constructor(url: string, key: string) {
    this.#url = url.replace(/\/$/, '');
    this.#key = key;
  }

  async ask(path: string, order?: { readonly number: string }): Promise<{ ok: boolean; body: unknown }> {
    const headers = { authorization: `Bearer ${this.#key}` };
    const request =
      order === undefined
        ? { headers }
        : {
            method: 'POST',
            headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': order.number },
            body: JSON.stringify(order),
          };
    const response = await fetch(`${this.#url}${path}`, request).catch(() => {
      throw new PlainFailure(`Nobody answers at ${this.#url}; start Outpost first, or name the server with --url.`);
    });
    return { ok: response.ok, body: await response.json() };
  }

  /** @throws PlainFailure when the server has another catalog. */
  async availability(skus: readonly string[]): Promise<Availability[]> {
    const query = new URLSearchParams(skus.map((sku) => ['sku', sku]));
    const { ok, body } = await this.ask(`/v1/availability?${query.toString()}`);
    if (ok) return (body as { items: Availability[] }).items;
    const { code, message } = (body as ErrorBody).error;
    if (code === 'unknown_sku') throw new PlainFailure('The server does not have the sample company, and the demo knows no other goods.');
    throw new PlainFailure(`The server refuses the web shop: ${message}`);
  }

  async place(order: OrderIntake): Promise<string> {
    const { ok, body } = await this.ask('/v1/orders', writeOrderRequest(order));
    if (!ok) return `refused: ${(body as ErrorBody).error.message}`;
    const { status, fulfillmentOrders } = body as OrderView;
    const places = fulfillmentOrders.map((one) => one.locationId);
    const words = status.replaceAll('_', ' ');
    return places.length === 0 ? words : `${words} at ${places.join(', ')}`;
  }
}

async function main(): Promise<void> {
  const options = new Command('npm run demo:orders --')
    .description('Plays the web shop: places online orders at a running server.')
    .option('--rate <number>', 'orders a minute', readNumber, 10)
    .option('--count <number>', 'how many orders; without it, until it is stopped', readNumber)
    .option('--url <url>', 'the server', 'http://127.0.0.1:4680')
    .option('--data <dir>', "the data folder that keeps the web shop's key", join(root, '.outpost/data'))
    .option('--key <key>', 'the API key, when the data folder is elsewhere')
    .parse()
    .opts<Options>();
  const key = options.key ?? (await readKeptKeys(join(resolve(options.data), 'keys.json'))).apiKey;
  if (key === undefined)
    throw new PlainFailure(`There is no key of a web shop in ${options.data}; start Outpost first, or name another folder with --data.`);
  const demo = await loadSample(() => import('../sample/demo-order.ts'));
  if (demo === null) throw new PlainFailure(NO_SAMPLE);
  const { browse, demoCatalog, makeDemoOrder } = demo;
  const shop = new Shop(options.url, key);
  const catalog = demoCatalog();
  const started = Date.now();
  const run = started.toString(36).toUpperCase();
  const chance = chanceFrom(run);
  for (let placed = 0; placed < (options.count ?? Infinity); ) {
    const due = started + (placed * 60_000) / options.rate;
    await new Promise((done) => setTimeout(done, Math.max(0, due - Date.now())));
    const browsing = browse(catalog, chance);
    const items = await shop.availability(browsing.looked.map((product) => product.sku));
    const order = makeDemoOrder(`WEB-${run}-${placed + 1}`, browsing, items, chance, new Date());
    if (order === null) continue;
    placed += 1;
    const { fulfillment } = order;
    const how =
      fulfillment.kind === 'pickup' ? `pickup at ${fulfillment.storeId}, code ${fulfillment.pickupCode}` : `to ${fulfillment.shipTo.city}`;
    process.stdout.write(`${order.number}  ${how}: ${await shop.place(order)}\n`);
  }
}

main().catch(endWith);

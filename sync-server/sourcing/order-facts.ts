import { sql } from 'kysely';
import type { OrderFacts } from '../../domain/sourcing/rules/fits.ts';
import type { Occasion, OrderFilter, RuleSet } from '../../domain/sourcing/rules/rule-set.ts';
import type { Tx } from '../db/database.ts';
import type { SourcingJob } from './sourcing-job.ts';

type Origin = NonNullable<OrderFacts['origin']>;

async function readCategories(tx: Tx, jobs: readonly SourcingJob[]): Promise<ReadonlyMap<string, string>> {
  const skus = [...new Set(jobs.flatMap(({ lines }) => lines.map(({ sku }) => sku)))];
  const { rows } = await sql<{ sku: string; category: string }>`
    select sku, category from products where sku = any(${skus}::text[]) and category <> ''`.execute(tx);
  return new Map(rows.map(({ sku, category }) => [sku, category]));
}

/** The stores whose tills sold the orders: a receipt's number begins with the prefix of its register. */
async function readOrigins(tx: Tx, jobs: readonly SourcingJob[]): Promise<ReadonlyMap<string, Origin>> {
  const ids = jobs.map(({ order }) => order.orderId);
  const { rows } = await sql<Origin & { id: string }>`
    select o.id, l.id as "locationId", l.kind from orders o
    join registers r on r.prefix = regexp_replace(o.receipt_number, '-[^-]*$', '') join locations l on l.id = r.store_id
    where o.id = any(${ids}::text[]) and o.receipt_number is not null`.execute(tx);
  return new Map(rows.map(({ id, ...origin }) => [id, origin]));
}

async function readChannels(tx: Tx, jobs: readonly SourcingJob[]): Promise<ReadonlyMap<string, string>> {
  const ids = jobs.map(({ order }) => order.orderId);
  const { rows } = await sql<{ id: string; channel: string }>`
    select id, channel from orders where id = any(${ids}::text[]) and channel is not null`.execute(tx);
  return new Map(rows.map(({ id, channel }) => [id, channel]));
}

/** Reads what the rules ask of orders, and nothing that they do not. @returns what there is to know of each job. */
export async function readOrderFacts(
  tx: Tx,
  set: RuleSet,
  jobs: readonly SourcingJob[],
  occasion: Occasion,
): Promise<(job: SourcingJob) => OrderFacts> {
  const asks = (by: OrderFilter['by']) => set.rules.some(({ orders }) => orders.some((filter) => filter.by === by));
  const categories = asks('category') ? await readCategories(tx, jobs) : new Map<string, string>();
  const channels = asks('channel') ? await readChannels(tx, jobs) : new Map<string, string>();
  const origins = asks('origin') ? await readOrigins(tx, jobs) : new Map<string, Origin>();
  return ({ order, lines }) => ({
    ...{ kind: order.kind, occasion, currency: order.currency, placedAt: order.placedAt },
    promisedAt: order.promisedAt ?? null,
    priority: order.priority ?? null,
    shippingMethod: order.shippingMethod ?? null,
    channel: channels.get(order.orderId) ?? null,
    origin: origins.get(order.orderId) ?? null,
    lines: lines.map(({ lineNo, sku, quantity, totalMinor }) => ({
      ...{ lineNo, sku, quantity, totalMinor },
      category: categories.get(sku) ?? null,
    })),
  });
}

import { stockKey } from '../../domain/base/stock-key.ts';
import { v7 as uuidv7 } from 'uuid';
import { decide } from '../../domain/sourcing/rules/decide.ts';
import { explain } from '../../domain/sourcing/rules/explain.ts';
import type { OrderFacts } from '../../domain/sourcing/rules/fits.ts';
import type { Occasion } from '../../domain/sourcing/rules/rule-set.ts';
import { sortOrders } from '../../domain/sourcing/rules/sort-orders.ts';
import type { SourcingPlan } from '../../domain/sourcing/source-order.ts';
import type { Tx } from '../db/database.ts';
import { recordMovements } from '../stock/post-movements.ts';
import { type ReservationWant, reserveStock, unreserveStock } from '../stock/reserve-stock.ts';
import type { ChangeItem } from '../changes/allocate-changes.ts';
import { insertFulfillmentOrders } from './insert-fulfillment-orders.ts';
import { type DecidedJob, keepDecisions } from './keep-decisions.ts';
import { type LiveRules, readLiveRules } from './live-rules.ts';
import { loadCandidates, type OpenCandidate } from './load-candidates.ts';
import { readOrderFacts } from './order-facts.ts';
import type { Leftover, SourcingJob } from './sourcing-job.ts';

/** How often a batch whose stock was taken by another transaction decides anew before the rest waits as a backorder. */
const ROUNDS = 20;

interface Decided extends DecidedJob {
  readonly plan: SourcingPlan;
  /** What the plan takes, by location and SKU. */
  readonly wants: readonly ReservationWant[];
  /** Not all of it is there, and its order is refused for that. */
  readonly isDropped: boolean;
}

/** The candidates without the SKUs that they gave up for this order. */
function askable(job: SourcingJob, candidates: readonly OpenCandidate[]): readonly OpenCandidate[] {
  if (job.excluded.length === 0) return candidates;
  const skuOf = new Map(job.lines.map((line) => [line.lineNo, line.sku]));
  return candidates.map((candidate) => {
    const given = job.excluded.filter((one) => one.locationId === candidate.locationId).map((one) => skuOf.get(one.lineNo));
    return given.length === 0
      ? candidate
      : { ...candidate, available: new Map([...candidate.available].filter(([sku]) => !given.includes(sku))) };
  });
}

function wantsOf(job: SourcingJob, plan: SourcingPlan): ReservationWant[] {
  const skuOf = new Map(job.lines.map((line) => [line.lineNo, line.sku]));
  const wants = new Map<string, { locationId: string; sku: string; quantity: number }>();
  for (const part of plan.parts) {
    for (const line of part.lines) {
      const sku = skuOf.get(line.lineNo) ?? '';
      const key = stockKey(part.locationId, sku);
      const want = wants.get(key) ?? { locationId: part.locationId, sku, quantity: 0 };
      want.quantity += line.quantity;
      wants.set(key, want);
    }
  }
  return [...wants.values()];
}

/** By what orders are decided. */
interface Basis extends LiveRules {
  readonly factsOf: (job: SourcingJob) => OrderFacts;
  /** Whether a rule asks what locations sell in a week. */
  readonly isSoldAsked: boolean;
}

async function readBasis(tx: Tx, jobs: readonly SourcingJob[], occasion: Occasion): Promise<Basis> {
  const live = await readLiveRules(tx);
  const isSoldAsked = live.set.rules.some(({ places }) => places.keepWeeks !== null);
  return { ...live, isSoldAsked, factsOf: await readOrderFacts(tx, live.set, jobs, occasion) };
}

/** Decides one order after the other; each takes its units off before the next is decided. */
function decideAll(jobs: readonly SourcingJob[], candidates: readonly OpenCandidate[], { set, version, factsOf }: Basis): Decided[] {
  const byId = new Map(candidates.map((candidate) => [candidate.locationId, candidate]));
  const now = Date.now();
  return sortOrders(set, jobs, factsOf).map((job) => {
    const asked = askable(job, candidates);
    const { destination } = job;
    const found = decide(set, { facts: factsOf(job), destination }, asked, now);
    const gaveUp = new Set(job.excluded.map(({ locationId }) => locationId));
    const kept = explain(found, asked, { destination, lines: job.lines, gaveUp });
    const isDropped = job.backorder === 'refuse' && found.backordered.length > 0;
    const plan: SourcingPlan = isDropped ? { parts: [], backordered: found.backordered } : found;
    const wants = wantsOf(job, plan);
    for (const { locationId } of job.destination.kind === 'store' ? [] : plan.parts) {
      const candidate = byId.get(locationId);
      if (candidate?.ordersLeft !== undefined) candidate.ordersLeft -= 1;
    }
    for (const { locationId, sku, quantity } of wants) {
      const available = byId.get(locationId)?.available;
      available?.set(sku, (available.get(sku) ?? 0) - quantity);
    }
    return { job, version, kept, plan, wants, isDropped };
  });
}

function total(wants: readonly ReservationWant[]): ReservationWant[] {
  const sums = new Map<string, { locationId: string; sku: string; quantity: number }>();
  for (const { locationId, sku, quantity } of wants) {
    const key = stockKey(locationId, sku);
    const sum = sums.get(key) ?? { locationId, sku, quantity: 0 };
    sum.quantity += quantity;
    sums.set(key, sum);
  }
  return [...sums.values()];
}

/** Decides and reserves. A job that another transaction was faster than gives back what it got and is decided anew. */
async function reserveAll(
  tx: Tx,
  jobs: readonly SourcingJob[],
  basis: Basis,
): Promise<{ held: Decided[]; unlucky: readonly SourcingJob[] }> {
  const held: Decided[] = [];
  let waiting = jobs;
  for (let round = 0; waiting.length > 0 && round < ROUNDS; round += 1) {
    const decided = decideAll(waiting, await loadCandidates(tx, waiting, basis.isSoldAsked), basis);
    const granted = await reserveStock(tx, total(decided.flatMap((one) => one.wants)));
    const lucky = (one: Decided): boolean => one.wants.every((want) => granted.has(stockKey(want.locationId, want.sku)));
    const unlucky = decided.filter((one) => !lucky(one));
    const back = unlucky.flatMap((one) => one.wants).filter((want) => granted.has(stockKey(want.locationId, want.sku)));
    await unreserveStock(tx, total(back));
    held.push(...decided.filter(lucky));
    waiting = unlucky.map((one) => one.job);
  }
  return { held, unlucky: waiting };
}

/**
 * Finds locations for what the jobs want by the rules that are live, reserves the stock there, makes the fulfillment orders, and keeps why.
 * @param occasion why goods are looked for.
 * @returns the units that nobody gives; the caller keeps them as backorders. Of an order that is refused then, nothing is taken or kept.
 */
export async function sourceLines(
  tx: Tx,
  jobs: readonly SourcingJob[],
  occasion: Occasion,
  changeItems: ChangeItem[],
): Promise<Leftover[]> {
  if (jobs.length === 0) return [];
  const { held, unlucky } = await reserveAll(tx, jobs, await readBasis(tx, jobs, occasion));
  await keepDecisions(
    tx,
    held.filter(({ isDropped }) => !isDropped),
    occasion,
    changeItems,
  );
  const sourced = held.flatMap(({ job, plan }) => {
    const taken = new Map<number, number>();
    return plan.parts.map((part) => ({ id: uuidv7(), job, part, taken }));
  });
  const made = await insertFulfillmentOrders(tx, sourced, changeItems);
  const reservations = made.flatMap((order) =>
    order.lines.map((line) => ({
      locationId: order.locationId,
      sku: line.sku,
      onHand: 0,
      reserved: line.quantity,
      cause: 'reservation' as const,
      causeId: order.id,
    })),
  );
  await recordMovements(tx, reservations, changeItems);
  return [
    ...held.flatMap(({ job, plan }) => plan.backordered.map((line) => ({ orderId: job.order.orderId, ...line }))),
    ...unlucky.flatMap((job) => job.lines.map(({ lineNo, quantity }) => ({ orderId: job.order.orderId, lineNo, quantity }))),
  ];
}

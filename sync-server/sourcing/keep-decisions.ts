import { sql } from 'kysely';
import { z } from 'zod';
import { DocumentMap } from '../../domain/base/document-map.ts';
import { StoreOverlay } from '../../domain/base/store-overlay.ts';
import { addGoods, raiseException } from '../../domain/exceptions/raise.ts';
import type { KeptDecision } from '../../domain/sourcing/rules/explain.ts';
import type { Occasion } from '../../domain/sourcing/rules/rule-set.ts';
import type { ChangeItem } from '../changes/allocate-changes.ts';
import type { Tx } from '../db/database.ts';
import { writeExceptions } from '../exceptions/write-exceptions.ts';
import { defineJob } from '../jobs/define-job.ts';
import type { SourcingJob } from './sourcing-job.ts';

/** How many days decisions are kept, and rules that were not made live. */
const KEPT_DAYS = 400;
const DRAFT_DAYS = 90;

/** What was decided of an order, and by which rules. */
export interface DecidedJob {
  readonly job: SourcingJob;
  readonly version: number;
  readonly kept: KeptDecision;
}

/** The exceptions of orders that rules let nobody give, by order: one each, however often it is looked at. */
const exceptionIdOf = ({ order }: SourcingJob): string => `rules_ask_nobody:${order.orderId}`;

/** Whether the store was told before, by order. */
async function readTold(tx: Tx, decided: readonly DecidedJob[]): Promise<ReadonlySet<string>> {
  const ids = decided.map(({ job }) => exceptionIdOf(job));
  const { rows } = await sql<{ id: string }>`select id from exceptions where id = any(${ids}::text[])`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/** Tells the nearest store that has the goods that the rules ask nobody for them. */
async function tellBlocked(tx: Tx, blocked: readonly DecidedJob[], changeItems: ChangeItem[]): Promise<void> {
  const overlay = new StoreOverlay(new DocumentMap());
  const at = new Date().toISOString();
  for (const { job, version, kept } of blocked) {
    if (kept.blocked === null) continue;
    const { why, locationId: storeId } = kept.blocked;
    const { orderId, orderNumber } = job.order;
    const goods = addGoods(job.lines.map(({ sku, quantity }) => ({ sku, quantity })));
    const facts = { order: orderNumber, version, why };
    overlay.fold([
      raiseException(overlay, { id: null, storeId, at }, { kind: 'rules_ask_nobody', about: orderId, subject: orderNumber, goods, facts }),
    ]);
  }
  await writeExceptions(tx, overlay, changeItems);
}

async function insert(tx: Tx, decided: readonly DecidedJob[], occasion: Occasion): Promise<void> {
  if (decided.length === 0) return;
  const rows = decided.map(({ job, version, kept }) => ({ orderId: job.order.orderId, version, body: kept }));
  await sql`
    insert into sourcing_decisions (order_id, occasion, version, body)
    select "orderId", ${occasion}, version, body
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("orderId" text, version int, body jsonb)`.execute(tx);
}

/**
 * Keeps what was decided, and why. Of an order that waits and goes on waiting only the first decision is kept that says that the rules
 * ask nobody: it is looked at again and again.
 */
export async function keepDecisions(tx: Tx, decided: readonly DecidedJob[], occasion: Occasion, changeItems: ChangeItem[]): Promise<void> {
  // Nobody waits for what was cancelled at once.
  const blocked = decided.filter(({ job, kept }) => kept.blocked !== null && job.backorder !== 'partial');
  const told = blocked.length > 0 && occasion === 'waits' ? await readTold(tx, blocked) : new Set<string>();
  const isNew = ({ job, kept }: DecidedJob) => kept.blocked !== null && !told.has(exceptionIdOf(job));
  const untold = blocked.filter(isNew);
  if (untold.length > 0) await tellBlocked(tx, untold, changeItems);
  await insert(tx, occasion === 'waits' ? decided.filter((one) => one.kept.chosen.length > 0 || isNew(one)) : decided, occasion);
}

/** Deletes, every night, decisions and drafts that are old. */
export const forgetDecisionsJob = defineJob({
  kind: 'forget_sourcing_decisions',
  schema: z.strictObject({}),
  recurs: { daily: '20 3 * * *', payload: {} },
  async run(tx) {
    await sql`delete from sourcing_decisions where at < now() - make_interval(days => ${KEPT_DAYS}::int)`.execute(tx);
    await sql`delete from sourcing_rules where live_no is null and made_at < now() - make_interval(days => ${DRAFT_DAYS}::int)`.execute(tx);
    return { changed: 0 };
  },
});

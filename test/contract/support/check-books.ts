import { sql } from 'kysely';
import { expect } from 'vitest';
import type { Operation } from '../../../domain/registry/operations.ts';
import { auditPool } from '../../../sync-server/audit/audit-pool.ts';
import type { Db } from '../../../sync-server/db/database.ts';
import type { Counter } from './counter.ts';
import { type Enrolled, pullAll } from './sync-pool.ts';

/** What each sale takes from the shelf, by operation and SKU, as the journals tell it. */
function soldUnits(operations: readonly Operation[]): Map<string, number> {
  const sold = new Map<string, number>();
  for (const one of operations) {
    if (one.type !== 'sale_completed') continue;
    for (const line of one.payload.lines) sold.set(`${one.id} ${line.sku}`, (sold.get(`${one.id} ${line.sku}`) ?? 0) - line.quantity);
  }
  return sold;
}

/**
 * Holds the pool against the journals of its registers: every operation is there once, in its place and applied, every
 * sale has moved its units once, and the audit finds nothing.
 */
export async function checkJournals(db: Db, registers: readonly Enrolled[]): Promise<void> {
  const recorded = registers.flatMap((register) => register.journal.operations);
  const stored = await db.selectFrom('operations').select(['register_id', 'seq', 'id', 'outcome', 'code']).execute();
  const line = (registerId: string, seq: number, id: string, outcome: string) => `${registerId} ${seq} ${id} ${outcome}`;
  expect(stored.map((one) => line(one.register_id, one.seq, one.id, `${one.outcome} ${one.code ?? ''}`)).sort()).toEqual(
    recorded.map((one) => line(one.registerId, one.seq, one.id, 'applied ')).sort(),
  );
  const { rows } = await sql<{ cause_id: string; sku: string; units: number }>`
    select cause_id, sku, sum(on_hand)::int as units from stock_movements
      where cause_id = any(${recorded.filter((one) => one.type === 'sale_completed').map((one) => one.id)}::text[])
    group by 1, 2`.execute(db);
  expect(new Map(rows.map((row) => [`${row.cause_id} ${row.sku}`, row.units]))).toEqual(soldUnits(recorded));
  expect(await db.selectFrom('parked_operations').select('id').execute()).toEqual([]);
  expect((await auditPool(db)).flatMap((finding) => finding.violations)).toEqual([]);
}

/**
 * Holds what every counter has got by its pulls against what it would get if it began now (rule R2), and the heads of the
 * feed against what it holds.
 */
export async function checkReplicas(db: Db, counters: readonly Counter[]): Promise<void> {
  for (const counter of counters) {
    expect(counter.faults).toEqual([]);
    const fresh = await pullAll(db, counter.register);
    const documents = [...fresh.documents].map(([key, body]) => [key.split(' ').slice(1).join('|'), body] as const);
    expect(counter.documents).toEqual(new Map(documents));
  }
  const { rows } = await sql`
    select h.scope, h.seq, max(c.seq) as newest from scope_heads h left join changes c using (scope) group by 1, 2
    having h.seq <> coalesce(max(c.seq), 0)`.execute(db);
  expect(rows).toEqual([]);
}

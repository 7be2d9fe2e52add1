import { sql } from 'kysely';
import { Gauge, type Registry } from 'prom-client';
import type { Db } from '../db/database.ts';

interface Row {
  readonly what: string;
  readonly count: number;
}

/** What waits in the pool, and how many registers there are: read when somebody asks, in one statement. */
async function readCounts(db: Db): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select 'exceptions_open' as what, count(*)::int as count from exceptions where resolved_at is null
    union all select 'quarantine_waiting', count(*)::int from quarantine where applied_at is null
    union all select 'operations_parked', count(*)::int from parked_operations
    union all select 'lines_backordered', count(*)::int from order_lines where backordered > 0
    union all select 'registers_' || status, count(*)::int from registers group by status`.execute(db);
  return rows;
}

/** Gauges of the pool: the same on every server, so that one of several is enough to ask. */
export function measurePool(db: Db, registry: Registry): void {
  new Gauge({
    name: 'outpost_pool_count',
    help: 'What waits for a person or for its turn, and the registers by status.',
    labelNames: ['what'],
    registers: [registry],
    async collect() {
      this.reset();
      for (const { what, count } of await readCounts(db)) this.set({ what }, count);
    },
  });
}

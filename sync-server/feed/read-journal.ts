import { sql } from 'kysely';
import type { Db } from '../db/database.ts';

export interface ReadBack {
  readonly operations: unknown[];
  readonly lastSeq: number;
}

interface Row {
  bodies: unknown[] | null;
  last_seq: number;
}

/** What jsonb cannot hold is kept as text. */
function asSent(body: unknown): unknown {
  if (typeof body !== 'string') return body;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
}

/**
 * Reads a register's own operations back, as it sent them, with those that are parked, in `seq` order and in one snapshot.
 * @param after a `seq`. @param limit how many at most.
 */
export async function readJournal(db: Db, registerId: string, after: number, limit: number): Promise<ReadBack> {
  const { rows } = await sql<Row>`
    with kept as (
      (select seq, body from operations where register_id = ${registerId} and seq > ${after}::bigint order by seq limit ${limit}::int)
      union all
      (select seq, body from parked_operations where register_id = ${registerId} and seq > ${after}::bigint order by seq
        limit ${limit}::int)
    ), page as (select seq, body from kept order by seq limit ${limit}::int)
    select (select json_agg(body order by seq) from page) as bodies,
      greatest(
        coalesce((select max(seq) from operations where register_id = ${registerId}), 0),
        coalesce((select max(seq) from parked_operations where register_id = ${registerId}), 0)) as last_seq`.execute(db);
  const row = rows[0];
  return { operations: (row?.bodies ?? []).map(asSent), lastSeq: row?.last_seq ?? 0 };
}

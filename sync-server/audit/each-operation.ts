import { sql } from 'kysely';
import type { Db } from '../db/database.ts';

const PAGE = 1_000;

export interface StoredOperation {
  readonly id: string;
  readonly registerId: string;
  readonly seq: number;
  readonly hash: string;
  readonly outcome: 'applied' | 'quarantined';
  readonly code: string | null;
  readonly body: unknown;
  readonly erased: boolean;
}

/** Reads all operations, register by register in their order, a page at a time. */
export async function* eachOperation(db: Db): AsyncGenerator<StoredOperation> {
  let after: { registerId: string; seq: number } = { registerId: '', seq: 0 };
  for (;;) {
    const rows = await db
      .selectFrom('operations')
      .select([
        'id',
        'register_id as registerId',
        'seq',
        'hash',
        'outcome',
        'code',
        'body',
        sql<boolean>`erased_at is not null`.as('erased'),
      ])
      .where(sql<boolean>`(register_id, seq) > (${after.registerId}, ${after.seq})`)
      .orderBy('register_id')
      .orderBy('seq')
      .limit(PAGE)
      .execute();
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = last;
  }
}

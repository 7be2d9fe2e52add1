import { sql } from 'kysely';
import type { Db } from '../db/database.ts';

const PAGE = 1_000;

export interface WrittenJournal {
  readonly entries: number;
  /** Places of entries that lost the words of a person who was erased: they have another hash than they name. */
  readonly erased: readonly number[];
}

/** Writes a register's journal, an entry a line, in its own order, for an auditor who has the file alone. */
export async function writeJournal(db: Db, registerId: string, write: (line: string) => Promise<void>): Promise<WrittenJournal> {
  let after = 0;
  const erased: number[] = [];
  for (let entries = 0; ; ) {
    const rows = await db
      .selectFrom('operations')
      .select(['seq', 'body', sql<boolean>`erased_at is not null`.as('isErased')])
      .where('register_id', '=', registerId)
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(PAGE)
      .execute();
    for (const { seq, body, isErased } of rows) {
      // What the database cannot hold as JSON it has as the text of it.
      await write(`${typeof body === 'string' ? body : JSON.stringify(body)}\n`);
      if (isErased) erased.push(seq);
    }
    entries += rows.length;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return { entries, erased };
    after = last.seq;
  }
}

import type { Db } from '../db/database.ts';

const PAGE = 1_000;

/** Writes a register's journal, an entry a line, in its own order, for an auditor who has the file alone. @returns how many entries. */
export async function writeJournal(db: Db, registerId: string, write: (line: string) => Promise<void>): Promise<number> {
  let after = 0;
  for (let count = 0; ; ) {
    const rows = await db
      .selectFrom('operations')
      .select(['seq', 'body'])
      .where('register_id', '=', registerId)
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(PAGE)
      .execute();
    for (const { body } of rows) await write(`${JSON.stringify(body)}\n`);
    count += rows.length;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return count;
    after = last.seq;
  }
}

import { scopesOf } from '../../domain/base/scope.ts';
import { sql } from 'kysely';
import type { Checkpoint } from '../../domain/protocol/protocol.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { hashSecret } from '../../sync-server/base/secrets.ts';

/** What a register knows of itself. */
export interface RegisterKeys {
  readonly registerId: string;
  readonly storeId: string;
  readonly prefix: string;
  readonly token: string;
}

/** Makes registers in one statement, spread over the stores in turn: a thousand would take long to enrol one by one. */
export async function fillRegisters(db: Db, storeIds: readonly string[], count: number, name: string): Promise<RegisterKeys[]> {
  const registers = Array.from(
    { length: count },
    (_, n): RegisterKeys => ({
      registerId: `${name}-${n}`,
      storeId: storeIds[n % storeIds.length] ?? '',
      prefix: `${name}${n}`.toUpperCase(),
      token: `token-of-${name}-${n}`,
    }),
  );
  const rows = registers.map(({ registerId, storeId, prefix, token }) => ({ registerId, storeId, prefix, hash: hashSecret(token) }));
  await sql`
    insert into registers (id, store_id, prefix, token_hash)
    select r."registerId", r."storeId", r.prefix, r.hash
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("registerId" text, "storeId" text, prefix text, hash text)`.execute(db);
  await sql`
    insert into scope_heads (scope) select s
      from jsonb_array_elements_text(${JSON.stringify([...new Set(registers.flatMap(scopesOf))])}::jsonb) s
    on conflict do nothing`.execute(db);
  return registers;
}

/** Where a register stands that has pulled everything. */
export async function checkpointOf(db: Db, register: RegisterKeys): Promise<Checkpoint> {
  const rows = await db.selectFrom('scope_heads').select(['scope', 'seq']).where('scope', 'in', scopesOf(register)).execute();
  return Object.fromEntries(rows.map((row) => [row.scope, row.seq]));
}

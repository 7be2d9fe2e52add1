import { RECEIPT_TYPES } from '../../domain/registry/operations.ts';
import { sql } from 'kysely';
import { FIRST_PREV_HASH } from '../../domain/base/envelope.ts';
import type { Tx } from '../db/database.ts';
import { type RegisterState, TRUSTED_CODES } from '../intake/judge-operation.ts';
import type { LockedRegister } from '../intake/load-intake.ts';
import { readParked } from '../intake/read-operation.ts';

/** Where an operation in quarantine stands among those that came before and after it. */
export interface PlaceInJournal {
  /** How far the register had come when the operation's turn was, by what is known today. */
  readonly state: RegisterState;
  /** The most receipts that may have been numbered by then: the next operation that had its effect goes on from there. */
  readonly mostReceipts: number;
  /** Whether every operation after it waits in quarantine too, so that the register goes on from this one. */
  readonly isLast: boolean;
}

interface Around {
  readonly before: number | null;
  readonly receipts: number | null;
  readonly most: number | null;
  readonly previous: unknown;
}

/** Operations whose own count of receipts can be trusted: the ones that intake trusts, see `advanceRegister`. */
const TRUSTED = sql`(outcome = 'applied' or code = any(${TRUSTED_CODES}::text[]))`;

/** Finds out what an operation that was set aside has to follow on, and what already follows on it. */
export async function placeInJournal(tx: Tx, register: LockedRegister, seq: number): Promise<PlaceInJournal> {
  const { rows } = await sql<Around>`
    with applied as (
      select max(seq) filter (where seq < ${seq}::bigint) as before, min(seq) filter (where seq > ${seq}::bigint) as after
      from operations where register_id = ${register.id} and outcome = 'applied'
    ), trusted as (
      select seq, (body ->> 'receiptCount')::bigint as receipts from operations
      where register_id = ${register.id} and ${TRUSTED} and seq < ${seq}::bigint and seq >= coalesce((select before from applied), 0)
    )
    select (select max(seq) from trusted) as before, (select max(receipts) from trusted) as receipts,
      (select (body ->> 'receiptCount')::bigint - case when type = any(${RECEIPT_TYPES}::text[]) then 1 else 0 end
        from operations where register_id = ${register.id} and seq = (select after from applied)) as most,
      (select body from operations where register_id = ${register.id} and seq = ${seq}::bigint - 1) as previous`.execute(tx);
  const around = rows[0];
  if (around === undefined) throw new Error('A place in a journal gave no row.');
  return {
    state: {
      id: register.id,
      storeId: register.storeId,
      prefix: register.prefix,
      isOffice: register.isOffice,
      appliedSeq: seq - 1,
      lastHash: seq === 1 ? FIRST_PREV_HASH : readParked(around.previous).link,
      receiptCount: around.receipts ?? 0,
      receiptSlack: seq - 1 - (around.before ?? 0),
    },
    mostReceipts: around.most ?? Number.MAX_SAFE_INTEGER,
    isLast: around.most === null,
  };
}

import { sql } from 'kysely';
import type { PublicKey } from '../../domain/base/signature.ts';
import { batch } from '../base/batch.ts';
import { hashSecret } from '../base/secrets.ts';
import type { Db } from '../db/database.ts';
import { isDatabaseAway } from '../db/database-away.ts';
import { HttpRefusal } from '../http/refuse.ts';

/** A register of a store. */
export interface RegisterCaller {
  readonly kind: 'register';
  readonly registerId: string;
  readonly storeId: string;
  /** By which it signs what it sends (rule A4); null while the server knows none. */
  readonly publicKey: PublicKey | null;
}

interface Finding {
  readonly evenIfCloned?: boolean;
  /** The version of the protocol that the register speaks. */
  readonly protocolVersion: number;
}

export type FindRegister = (token: string, finding: Finding) => Promise<RegisterCaller | null>;

/** The register's profile runs on two machines; both are stopped (rule J7). */
export function registerCloned(): HttpRefusal {
  return new HttpRefusal(409, {
    code: 'register_cloned',
    message: 'This register runs on two machines, so it was stopped.',
    fix: 'Export its journal, then enrol each machine as a register of its own.',
  });
}

/** The head office has shut the register out: its device was lost, say. */
function registerWithdrawn(): HttpRefusal {
  return new HttpRefusal(403, {
    code: 'register_withdrawn',
    message: 'The head office has withdrawn this register.',
    fix: 'Save a copy of its journal for the head office, then enrol the device with a new code.',
  });
}

/**
 * Looks registers up by their tokens, those who ask at the same time in one statement. Nothing is remembered: a register
 * that another server has just stopped is stopped here too.
 */
export function lookUpRegisters(db: Db): FindRegister {
  const rowOf = batch({
    run: async (hashes: readonly string[]) => {
      const rows = await db
        .selectFrom('registers')
        .select(['id', 'store_id', 'status', 'token_hash', 'public_key'])
        .where(sql<boolean>`token_hash = any(${hashes}::text[])`)
        .execute();
      const byHash = new Map(rows.map((row) => [row.token_hash, row]));
      return hashes.map((hash) => byHash.get(hash));
    },
    weightOf: () => 1,
    maxWeight: 200,
    waitMs: 1,
    parallel: 2,
    hurtsAll: isDatabaseAway,
  });
  return async (token, { evenIfCloned = false, protocolVersion }) => {
    const row = await rowOf(hashSecret(token));
    if (row === undefined) return null;
    if (row.status === 'cloned' && !evenIfCloned) throw registerCloned();
    // An app of version 1 knows no such refusal; it stops at the one for an unknown token.
    if (row.status === 'withdrawn') return protocolVersion < 2 ? null : Promise.reject(registerWithdrawn());
    return { kind: 'register', registerId: row.id, storeId: row.store_id, publicKey: row.public_key };
  };
}

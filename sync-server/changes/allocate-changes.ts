import type { Scope } from '../../domain/base/scope.ts';
import { sql } from 'kysely';
import type { DocumentKind } from '../../domain/registry/documents.ts';
import type { Tx } from '../db/database.ts';
import { beginEpoch, EPOCH_HAS_BEGUN } from './epochs.ts';

/** A document that has a new state, or is gone, in one scope. */
export interface ChangeItem {
  readonly scope: Scope;
  readonly kind: DocumentKind;
  readonly id: string;
  readonly deleted?: boolean;
}

/** The numbers that a transaction took from a scope: `from` (exclusive) to `to` (inclusive). */
export type AllocatedRanges = ReadonlyMap<Scope, { readonly from: number; readonly to: number }>;

interface LockedHeads {
  readonly heads: ReadonlyMap<Scope, number>;
  /** Whether the database is still where it was when an epoch last began. */
  readonly inEpoch: boolean;
}

async function lockHeads(tx: Tx, scopes: readonly Scope[]): Promise<LockedHeads> {
  const lock = async (): Promise<LockedHeads> => {
    const rows = await tx
      .selectFrom('scope_heads')
      .select(['scope', 'seq', EPOCH_HAS_BEGUN.as('in_epoch')])
      .where(sql<boolean>`scope = any(${scopes}::text[])`)
      .orderBy('scope')
      .forUpdate()
      .execute();
    return { heads: new Map(rows.map((head) => [head.scope, head.seq])), inEpoch: rows.every((row) => row.in_epoch) };
  };
  const locked = await lock();
  if (locked.heads.size === scopes.length) return locked;
  const missing = scopes.filter((scope) => !locked.heads.has(scope));
  await tx
    .insertInto('scope_heads')
    .values(missing.map((scope) => ({ scope, seq: 0 })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return lock();
}

/**
 * Gives every item the next number of its scope (rule R2). Call it LAST in the transaction: it locks the scopes' head
 * rows, in key order, until the transaction ends, so that numbers become visible in the order in which they were given.
 * The feed keeps the newest number of each document; an item that stands twice is numbered once.
 */
export async function allocateChanges(tx: Tx, items: readonly ChangeItem[]): Promise<AllocatedRanges> {
  const distinct = [...new Map(items.map((item) => [`${item.scope}\n${item.kind}\n${item.id}`, item])).values()];
  if (distinct.length === 0) return new Map();
  const scopes = [...new Set(distinct.map((item) => item.scope))].sort();
  const { heads, inEpoch } = await lockHeads(tx, scopes);
  if (!inEpoch) await beginEpoch(tx, true);
  const next = new Map(heads);
  const rows = distinct.map(({ scope, kind, id, deleted = false }) => {
    const seq = (next.get(scope) ?? 0) + 1;
    next.set(scope, seq);
    return { scope, kind, id, deleted, seq };
  });
  const moved = [...next].map(([scope, seq]) => ({ scope, seq }));
  await sql`
    with moved as (
      update scope_heads h set seq = m.seq
      from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as m(scope text, seq bigint) where h.scope = m.scope
    )
    insert into changes (scope, kind, id, seq, deleted)
    select r.scope, r.kind, r.id, r.seq, r.deleted
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(scope text, kind text, id text, seq bigint, deleted boolean)
    on conflict (scope, kind, id) do update set seq = excluded.seq, deleted = excluded.deleted`.execute(tx);
  return new Map(scopes.map((scope) => [scope, { from: heads.get(scope) ?? 0, to: next.get(scope) ?? 0 }]));
}

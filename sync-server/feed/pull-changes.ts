import { scopesOf, storeScope } from '../../domain/base/scope.ts';
import { sql } from 'kysely';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import { documentOfKind } from '../../domain/registry/documents.ts';
import type { Checkpoint } from '../../domain/protocol/protocol.ts';
import type { Db } from '../db/database.ts';
import { BODY } from './bodies.ts';

export interface PullRequest {
  readonly registerId: string;
  readonly storeId: string;
  /** The change sequence of each scope that the register has; a scope that is not named starts at 0. */
  readonly checkpoint: Checkpoint;
  /** The epoch that came with the checkpoint; null or left out when none did: then numbers alone are compared. */
  readonly epoch?: string | null | undefined;
  /** The version of the protocol that the register speaks; the newest unless told. It gets no kind that is newer. */
  readonly version?: number | undefined;
  /** How many changes to give at most. Pages of the catalog weigh more than one, so that an answer stays of a sensible size. */
  readonly limit: number;
}

export type PullRefusal =
  /** A scope of another register or store (rule R1). */
  | { readonly code: 'other_scope'; readonly scope: string }
  /** A change sequence that the pool, as its history now stands, has not given to this register: it was set back to an older state. */
  | { readonly code: 'checkpoint_ahead'; readonly scope: string };

export interface Pulled {
  /** The JSON text of an array of changes: it goes out as the database made it. */
  readonly changesJson: string;
  readonly checkpoint: Checkpoint;
  readonly complete: boolean;
  readonly appliedSeq: number;
  /** The hash that the operation at `appliedSeq` carries; null where it carries none. */
  readonly appliedHash: string | null;
  /** The newest epoch of the database; null before the first. */
  readonly epoch: string | null;
}

/** A row of the answer: a change that one or several of the requests get, or what else one request gets. */
interface PullRow {
  readonly request: number | null;
  readonly change: number | null;
  readonly kind: string | null;
  readonly text: string;
}

interface Change {
  readonly kind: string;
  readonly text: string;
}

const NO_CHANGE: Change = { kind: '', text: '' };

interface PullAnswer {
  /** The changes it gets, by their numbers, in their order. */
  readonly changes: readonly number[];
  readonly checkpoint: Checkpoint;
  readonly bounds: Checkpoint;
  readonly complete: boolean;
  readonly applied: { readonly seq: number; readonly hash: string | null } | null;
  readonly epoch: string | null;
}

const HASH = /^[0-9a-f]{64}$/;

/**
 * An epoch with characters that no epoch has, some of which the database cannot hold, is unknown: it must not spoil the statement
 * for the others.
 */
function epochOf({ epoch = null }: PullRequest): string | null {
  return epoch === null || /^[\x20-\x7e]*$/.test(epoch) ? epoch : 'no epoch';
}

async function readTogether(db: Db, requests: readonly PullRequest[]): Promise<PullRow[]> {
  const given = requests.map((one, n) => ({
    n,
    register: one.registerId,
    store: storeScope(one.storeId),
    most: one.limit,
    epoch: epochOf(one),
  }));
  const asked = requests.flatMap((one, n) => scopesOf(one).map((scope) => ({ n, scope, after: one.checkpoint[scope] ?? 0 })));
  const { rows } = await sql<PullRow>`
    with request as materialized (
      select r.*, presented.n as presented
      from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as r(n int, register text, store text, most int, epoch text)
      left join pool_epochs presented on presented.id = r.epoch
    ), asked as materialized (
      select a.n, a.scope, a.after, r.most, coalesce(h.seq, 0) as head, case
        when r.epoch is null then coalesce(h.seq, 0)
        when r.presented is null then 0
        else coalesce((select coalesce((heads ->> a.scope)::bigint, 0) from pool_epochs where n > r.presented order by n limit 1),
          h.seq, 0) end as bound
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a(n int, scope text, after bigint)
      join request r on r.n = a.n left join scope_heads h on h.scope = a.scope
    ), pending as (
      select a.n, a.most, c.* from asked a cross join lateral (
        select scope, kind, id, seq, deleted from changes where changes.scope = a.scope and changes.seq > a.after
        order by changes.seq limit a.most + 1) c
    ), weighed as (
      select *, row_number() over sofar as place,
        sum(case kind when 'catalog_page' then 25 when 'price_page' then 10 when 'stock_page' then 5 else 1 end) over sofar as weight
      from pending window sofar as (partition by n order by scope, seq)
    ), given as materialized (
      select *, dense_rank() over (order by scope, seq, kind, id) as change from weighed where place = 1 or weight <= most
    ), reached as materialized (
      select a.n, a.scope, case
        when not exists (select 1 from changes c where c.scope = a.scope and c.seq > coalesce(last.seq, a.after)) then greatest(a.head,
          a.after)
        else coalesce(last.seq, a.after) end as seq, a.head, a.bound
      from asked a left join (select n, scope, max(seq) as seq from given group by n, scope) last on last.n = a.n and last.scope = a.scope
    ), stands as (
      select n, json_object_agg(scope, seq) as checkpoint, json_object_agg(scope, bound) as bounds, bool_and(seq >= head) as complete
      from reached group by n
    ), gets as (
      select n, json_agg(change order by change) as changes from given group by n
    )
    select null::int as request, t.change::int, t.kind, json_build_object('scope', t.scope, 'seq', t.seq, 'kind', t.kind, 'id', t.id,
      'body', case when t.deleted then null else ${BODY} end)::text as text
    from (select distinct change, scope, seq, kind, id, deleted from given) t
    union all
    select r.n, null, null, json_build_object('changes', coalesce(gets.changes, '[]'), 'checkpoint', stands.checkpoint,
      'bounds', stands.bounds,
      'complete', stands.complete,
      'applied', (select json_build_object('seq', o.seq, 'hash', o.body ->> 'hash') from operations o where o.register_id = r.register
        and o.store_change_seq <= (select seq from reached where reached.n = r.n and reached.scope = r.store)
        order by o.store_change_seq desc, o.seq desc limit 1),
      'epoch', (select id from pool_epochs order by n desc limit 1))::text
    from request r join stands on stands.n = r.n left join gets on gets.n = r.n`.execute(db);
  return rows;
}

/** A change for an app that speaks this version of the protocol: as it reads it, or nothing where it does not know the kind. */
function textFor({ kind, text }: Change, version: number | undefined): string[] {
  const definition = documentOfKind(kind);
  if (version === undefined || definition === undefined) return [text];
  if (definition.since > version) return [];
  if (definition.asIsSince <= version) return [text];
  const change = JSON.parse(text) as { readonly body: unknown };
  return [JSON.stringify({ ...change, body: change.body === null ? null : definition.asOlder(change.body) })];
}

function answerOf(
  { checkpoint, storeId, registerId, version }: PullRequest,
  found: PullAnswer,
  changes: ReadonlyMap<number, Change>,
): Result<Pulled, PullRefusal> {
  const ahead = scopesOf({ registerId, storeId }).find((scope) => (checkpoint[scope] ?? 0) > (found.bounds[scope] ?? 0));
  if (ahead !== undefined) return refuse({ code: 'checkpoint_ahead', scope: ahead });
  const { complete, applied, epoch } = found;
  const readable = found.changes.flatMap((change) => {
    return textFor(changes.get(change) ?? NO_CHANGE, version);
  });
  const changesJson = `[${readable.join(',')}]`;
  return accept({
    changesJson,
    checkpoint: found.checkpoint,
    complete,
    appliedSeq: applied?.seq ?? 0,
    appliedHash: HASH.test(applied?.hash ?? '') ? (applied?.hash ?? null) : null,
    epoch,
  });
}

function foreignScope(request: PullRequest): string | undefined {
  const scopes: readonly string[] = scopesOf(request);
  return Object.keys(request.checkpoint).find((scope) => !scopes.includes(scope));
}

/**
 * Reads what has changed since several registers' checkpoints, in one statement and so in one snapshot (rule R2): the
 * changes, the documents as they stand, how far each scope has come, and how many of each register's operations are in
 * it (rule R3). A document that several of them get is read once.
 * @returns one answer for each request, in their order.
 */
export async function pullTogether(db: Db, requests: readonly PullRequest[]): Promise<Result<Pulled, PullRefusal>[]> {
  const rows = await readTogether(
    db,
    requests.filter((request) => foreignScope(request) === undefined),
  );
  const changes = new Map(
    rows.flatMap(({ change, kind, text }) => (change === null || kind === null ? [] : [[change, { kind, text }] as const])),
  );
  const found = rows
    .filter((row) => row.request !== null)
    .sort((a, b) => (a.request ?? 0) - (b.request ?? 0))
    .map((row) => JSON.parse(row.text) as PullAnswer)
    .values();
  return requests.map((request) => {
    const scope = foreignScope(request);
    if (scope !== undefined) return refuse({ code: 'other_scope', scope });
    const answer = found.next();
    if (answer.done === true) throw new Error('A pull gave no row.');
    return answerOf(request, answer.value, changes);
  });
}

/** One register's pull: see {@link pullTogether}. */
export async function pullChanges(db: Db, request: PullRequest): Promise<Result<Pulled, PullRefusal>> {
  const [pulled] = await pullTogether(db, [request]);
  if (pulled === undefined) throw new Error('A pull gave no answer.');
  return pulled;
}

import { sql } from 'kysely';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import { type RuleSet, ruleSet, standardRules } from '../../domain/sourcing/rules/rule-set.ts';
import type { LiveRequest, NewRules, RulesList, RulesVersion, WholeRules } from '../../domain/sourcing/rules/rules-protocol.ts';
import { type Actor, logAction } from '../access/actor.ts';
import type { Db, Tx } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import { makeJobs } from '../jobs/make-jobs.ts';
import { readLiveRules, STANDARD_VERSION } from './live-rules.ts';
import { sourceAfterRulesJob } from './source-backorders.ts';

/** Drafts are cheap, but each is kept. */
export const MOST_VERSIONS = 10_000;
const LISTED = 200;
const YEAR_MS = 366 * 86_400_000;

export type RulesRefusal = 'unknown_version' | 'too_many_versions' | 'already_live' | 'changed_meanwhile' | 'in_the_past' | 'too_far_ahead';

/** Whoever changes the rules waits here for whoever does so already. */
const lock = (tx: Tx) => sql`select pg_advisory_xact_lock(hashtextextended('sourcing_rules', 0))`.execute(tx);

interface Row {
  readonly version: number;
  readonly basedOn: number;
  readonly madeAt: Date;
  readonly madeBy: string;
  readonly liveFrom: Date | null;
  readonly liveBy: string | null;
  readonly liveNo: number | null;
}

function versionOf(row: Row, live: number, latest: number, now: number): RulesVersion {
  const { version, basedOn, madeAt, madeBy, liveFrom, liveBy } = row;
  const isAhead = liveFrom !== null && liveFrom.getTime() > now && version === latest;
  const state = liveFrom === null ? 'draft' : version === live ? 'live' : isAhead ? 'scheduled' : 'replaced';
  return { version, state, basedOn, madeAt: madeAt.toISOString(), madeBy, liveFrom: liveFrom?.toISOString() ?? null, liveBy };
}

/** The version that was made live last, also where its time has not come. */
async function readLatest(db: Db | Tx): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    select version from sourcing_rules where live_no is not null order by live_no desc limit 1`.execute(db);
  return rows[0]?.version ?? STANDARD_VERSION;
}

/** @param version of one; null for the newest. */
async function readVersions(db: Db | Tx, version: number | null): Promise<Omit<RulesList, 'items'> & { items: RulesVersion[] }> {
  const live = (await readLiveRules(db)).version;
  const latest = await readLatest(db);
  const { rows } = await sql<Row>`
    select version, based_on as "basedOn", made_at as "madeAt", made_by as "madeBy", live_from as "liveFrom", live_by as "liveBy",
      live_no as "liveNo" from sourcing_rules where ${version}::int is null or version = ${version}::int
    order by version desc limit ${LISTED}`.execute(db);
  return { live, latest, items: rows.map((row) => versionOf(row, live, latest, Date.now())) };
}

/** The versions of the rules, the newest first. */
export function listRules(db: Db): Promise<RulesList> {
  return readVersions(db, null);
}

/** A version with its rules; the standard ones as version 0. */
export async function readRules(db: Db | Tx, version: number): Promise<Result<WholeRules, RulesRefusal>> {
  const { live, items } = await readVersions(db, version);
  if (version === STANDARD_VERSION) {
    const company = await db.selectFrom('company').select('currency').executeTakeFirst();
    const none = { madeAt: null, madeBy: '', liveFrom: null, liveBy: null };
    const state = live === STANDARD_VERSION ? 'live' : 'replaced';
    return accept({ version, state, basedOn: STANDARD_VERSION, ...none, rules: standardRules(company?.currency ?? 'USD') });
  }
  const [item] = items;
  const row = await db.selectFrom('sourcing_rules').select('rules').where('version', '=', version).executeTakeFirst();
  return item === undefined || row === undefined ? refuse('unknown_version') : accept({ ...item, rules: ruleSet.parse(row.rules) });
}

/** A location that groups name and nobody knows, with its place in the rules. */
export async function findUnknownLocations(db: Db, { groups }: RuleSet): Promise<{ field: string; id: string }[]> {
  const named = groups.flatMap(({ locationIds }, group) =>
    locationIds.map((id, index) => ({ id, field: `rules.groups.${group}.locationIds.${index}` })),
  );
  if (named.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select id from locations where id = any(${named.map(({ id }) => id)}::text[])`.execute(db);
  const known = new Set(rows.map(({ id }) => id));
  return named.filter(({ id }) => !known.has(id));
}

/** Keeps rules as a draft. @returns it, under the next number. */
export function draftRules(db: Db, { rules, basedOn }: NewRules, by: Actor): Promise<Result<WholeRules, RulesRefusal>> {
  return transact(db, async (tx) => {
    await lock(tx);
    const { rows } = await sql<{ newest: number; count: number }>`
      select coalesce(max(version), 0)::int as newest, count(*)::int as count from sourcing_rules`.execute(tx);
    const { newest = 0, count = 0 } = rows[0] ?? {};
    if (basedOn > newest) return refuse('unknown_version');
    if (count >= MOST_VERSIONS) return refuse('too_many_versions');
    const version = newest + 1;
    await tx
      .insertInto('sourcing_rules')
      .values({ version, rules: JSON.stringify(rules), based_on: basedOn, made_by: by.name, live_from: null, live_no: null, live_by: null })
      .execute();
    await logAction(tx, by, { code: 'rules.draft', subject: String(version), after: { basedOn, rules: rules.rules.length } });
    return readRules(tx, version);
  });
}

/** Lets a draft decide, now or from a moment on; what waits is decided by it then. Nobody undoes unseen what somebody else made live. */
export function makeRulesLive(
  db: Db,
  version: number,
  { replaces, from }: LiveRequest,
  by: Actor,
): Promise<Result<WholeRules, RulesRefusal>> {
  return transact(db, async (tx) => {
    await lock(tx);
    const { rows } = await sql<{ isLive: boolean; now: Date; next: number }>`
      select r.live_no is not null as "isLive", now() as now,
        (select coalesce(max(live_no), 0) + 1 from sourcing_rules)::int as next from sourcing_rules r where version = ${version}`.execute(
      tx,
    );
    const [row] = rows;
    if (row === undefined) return refuse('unknown_version');
    if (row.isLive) return refuse('already_live');
    if ((await readLatest(tx)) !== replaces) return refuse('changed_meanwhile');
    const liveFrom = from === undefined ? row.now : new Date(from);
    const inMs = liveFrom.getTime() - row.now.getTime();
    if (inMs < 0) return refuse('in_the_past');
    if (inMs > YEAR_MS) return refuse('too_far_ahead');
    await tx
      .updateTable('sourcing_rules')
      .set({ live_from: liveFrom, live_no: row.next, live_by: by.name })
      .where('version', '=', version)
      .execute();
    const before = { live: replaces };
    await logAction(tx, by, { code: 'rules.make_live', subject: String(version), before, after: { from: liveFrom.toISOString() } });
    const made = await readRules(tx, version);
    await makeJobs(tx, [sourceAfterRulesJob.make(String(version), { version })], inMs);
    return made;
  });
}
